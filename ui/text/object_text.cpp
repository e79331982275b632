// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/object_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <string_view>

namespace nefes::ui {

namespace {

constexpr auto kContext = "ObjectText";

struct KnownClass {
    std::string_view uid; ///< below 1.2.840.10008.5.1.4.1.1; a class or the start of several
    ObjectKind kind;
    const char* text; ///< English, translated in the context above
};

// The longest start that fits counts. PS3.4 B.5 and B.6.
constexpr std::array kClasses{
    KnownClass{"88.", ObjectKind::Report, QT_TRANSLATE_NOOP("ObjectText", "Structured report")},
    KnownClass{"88.50", ObjectKind::Report,
               QT_TRANSLATE_NOOP("ObjectText", "Mammography CAD report")},
    KnownClass{"88.59", ObjectKind::Report, QT_TRANSLATE_NOOP("ObjectText", "Key image note")},
    KnownClass{"88.65", ObjectKind::Report, QT_TRANSLATE_NOOP("ObjectText", "Chest CAD report")},
    KnownClass{"88.67", ObjectKind::Report,
               QT_TRANSLATE_NOOP("ObjectText", "Radiation dose report")},
    KnownClass{"104.", ObjectKind::Document, QT_TRANSLATE_NOOP("ObjectText", "Document")},
    KnownClass{"104.1", ObjectKind::Document, QT_TRANSLATE_NOOP("ObjectText", "PDF document")},
    KnownClass{"104.2", ObjectKind::Document,
               QT_TRANSLATE_NOOP("ObjectText", "CDA clinical document")},
    KnownClass{"104.3", ObjectKind::Document, QT_TRANSLATE_NOOP("ObjectText", "STL model")},
    KnownClass{"11.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Presentation state")},
    KnownClass{"11.1", ObjectKind::PresentationState,
               QT_TRANSLATE_NOOP("ObjectText", "Presentation state")},
    KnownClass{"9.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Waveform")},
    KnownClass{"9.1.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "ECG")},
    KnownClass{"9.4.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Audio recording")},
    KnownClass{"481.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Radiotherapy object")},
    KnownClass{"481.3", ObjectKind::Other,
               QT_TRANSLATE_NOOP("ObjectText", "Radiotherapy structure set")},
    KnownClass{"481.5", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Radiotherapy plan")},
    KnownClass{"481.8", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Radiotherapy plan")},
    KnownClass{"66", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Raw data")},
    KnownClass{"66.1", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Spatial registration")},
    KnownClass{"66.2", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Spatial fiducials")},
    KnownClass{"66.3", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Spatial registration")},
    KnownClass{"66.5", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Surface segmentation")},
    KnownClass{"66.6", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Tractography")},
    KnownClass{"67", ObjectKind::Other,
               QT_TRANSLATE_NOOP("ObjectText", "Real world value mapping")},
    KnownClass{"78.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Eye measurements")},
    KnownClass{"80.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Eye measurements")},
    KnownClass{"200.", ObjectKind::Other, QT_TRANSLATE_NOOP("ObjectText", "Procedure protocol")},
};

const KnownClass* knownClass(std::string_view uid)
{
    constexpr std::string_view kStart = "1.2.840.10008.5.1.4.1.1.";
    if (!uid.starts_with(kStart)) {
        return nullptr;
    }
    uid.remove_prefix(kStart.size());
    const KnownClass* best = nullptr;
    for (const KnownClass& known : kClasses) {
        const bool isFamily = known.uid.back() == '.';
        const bool fits = isFamily ? uid.starts_with(known.uid) : uid == known.uid;
        if (fits && (best == nullptr || known.uid.size() > best->uid.size())) {
            best = &known;
        }
    }
    return best;
}

} // namespace

ObjectKind objectKind(const std::string& sopClassUid)
{
    const KnownClass* known = knownClass(sopClassUid);
    return known == nullptr ? ObjectKind::Other : known->kind;
}

QString objectText(const std::string& sopClassUid)
{
    const KnownClass* known = knownClass(sopClassUid);
    return QCoreApplication::translate(
        kContext, known == nullptr ? QT_TRANSLATE_NOOP("ObjectText", "DICOM object") : known->text);
}

QString presentationText(const PresentationState& state)
{
    QStringList parts{fromUtf8(state.label), fromUtf8(state.description),
                      dateText(state.createdDate)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" · "));
}

} // namespace nefes::ui
