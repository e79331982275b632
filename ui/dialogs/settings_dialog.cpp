// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "ui/actions/action_registry.h"
#include "ui/dialogs/dialogs.h"
#include "ui/text/format.h"
#include "ui/text/key_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kScaleStep = 5; ///< percent
constexpr int kActionRole = Qt::UserRole;
constexpr std::array kColorMaps{ColorMap::Cividis, ColorMap::Inferno, ColorMap::Jet};
constexpr std::array kDevices{ml::DeviceChoice::Auto, ml::DeviceChoice::Cpu,
                              ml::DeviceChoice::Cuda};

QString actionText(const ActionEntry& entry)
{
    return entry.group == ActionGroup::Language
               ? QString::fromUtf8(entry.text)
               : QCoreApplication::translate("Actions", entry.text);
}

QString nativeKeys(const QStringList& keys)
{
    QStringList texts;
    for (const QString& key : keys) {
        texts << keyText(QKeySequence::fromString(key, QKeySequence::PortableText));
    }
    return texts.join(QStringLiteral(", "));
}

QSlider* percentSlider(QWidget* parent, const char* name, int low, int high)
{
    auto* slider = new QSlider(Qt::Horizontal, parent);
    slider->setObjectName(QLatin1String(name));
    slider->setRange(low, high);
    slider->setSingleStep(kScaleStep);
    slider->setPageStep(2 * kScaleStep);
    return slider;
}

QWidget* sliderWithText(QSlider* slider, QLabel* text, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(slider, 1);
    layout->addWidget(text);
    text->setMinimumWidth(48);
    return row;
}

} // namespace

SettingsDialog::SettingsDialog(QWidget* parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_general(new QWidget)
    , m_analysis(new QWidget)
    , m_keys(new QWidget)
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    buildGeneral();
    buildAnalysis();
    buildKeys();
    for (QWidget* page : {m_general, m_analysis, m_keys}) {
        m_tabs->addTab(page, QString());
    }
    m_close->setObjectName(QStringLiteral("closeSettings"));
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    resize(560, 560);
    keepTextsReadable(*this);
    retranslate();
}

void SettingsDialog::buildGeneral()
{
    m_languageTitle = new QLabel(m_general);
    m_themeTitle = new QLabel(m_general);
    m_scaleTitle = new QLabel(m_general);
    m_scaleText = new QLabel(m_general);
    m_languageBox = new QComboBox(m_general);
    m_languageBox->setObjectName(QStringLiteral("languageBox"));
    m_themeBox = new QComboBox(m_general);
    m_themeBox->setObjectName(QStringLiteral("themeBox"));
    m_scale = percentSlider(m_general, "scaleSlider", 75, 200);
    auto* form = new QFormLayout(m_general);
    form->setContentsMargins(4, 16, 4, 4);
    form->setVerticalSpacing(12);
    form->addRow(m_languageTitle, m_languageBox);
    form->addRow(m_themeTitle, m_themeBox);
    form->addRow(m_scaleTitle, sliderWithText(m_scale, m_scaleText, m_general));
    m_reopens = new QCheckBox(m_general);
    m_reopens->setObjectName(QStringLiteral("reopensBox"));
    form->addRow(m_reopens);
    connect(m_reopens, &QCheckBox::toggled, this, [this](bool isOn) {
        if (!m_isFilling) {
            m_settings.reopensStudies = isOn;
            tell();
        }
    });
    connect(m_languageBox, &QComboBox::activated, this, [this](int index) {
        m_language = index == 1 ? Language::Turkish : Language::English;
        Q_EMIT languageChosen(m_language);
    });
    connect(m_themeBox, &QComboBox::activated, this, [this](int index) {
        m_settings.theme = index == 1 ? ThemeId::Light : ThemeId::Dark;
        tell();
    });
    connect(m_scale, &QSlider::valueChanged, this, [this](int value) {
        m_scaleText->setText(percentText(value / 100.0));
        // The style is made anew at steps alone, not at every pixel of a drag.
        if (!m_isFilling && value % kScaleStep == 0) {
            m_settings.scale = value / 100.0;
            tell();
        }
    });
}

void SettingsDialog::buildAnalysis()
{
    const auto check = [this](const char* name) {
        auto* box = new QCheckBox(m_analysis);
        box->setObjectName(QLatin1String(name));
        return box;
    };
    m_byItself = check("byItselfBox");
    m_heatmapAtStart = check("heatmapAtStartBox");
    m_blindFirst = check("blindFirstBox");
    m_blindText = new QLabel(m_analysis);
    m_blindText->setProperty("role", QStringLiteral("caption"));
    m_blindText->setWordWrap(true);
    m_mapTitle = new QLabel(m_analysis);
    m_opacityTitle = new QLabel(m_analysis);
    m_opacityText = new QLabel(m_analysis);
    m_modelTitle = new QLabel(m_analysis);
    m_deviceTitle = new QLabel(m_analysis);
    m_map = new QComboBox(m_analysis);
    m_map->setObjectName(QStringLiteral("heatmapMapBox"));
    m_model = new QComboBox(m_analysis);
    m_model->setObjectName(QStringLiteral("modelBox"));
    m_device = new QComboBox(m_analysis);
    m_device->setObjectName(QStringLiteral("deviceBox"));
    m_opacity = percentSlider(m_analysis, "heatmapOpacitySlider", 0, 100);
    auto* form = new QFormLayout(m_analysis);
    form->setContentsMargins(4, 16, 4, 4);
    form->setVerticalSpacing(12);
    form->addRow(m_byItself);
    form->addRow(m_blindFirst);
    form->addRow(m_blindText);
    form->addRow(m_heatmapAtStart);
    form->addRow(m_mapTitle, m_map);
    form->addRow(m_opacityTitle, sliderWithText(m_opacity, m_opacityText, m_analysis));
    form->addRow(m_modelTitle, m_model);
    form->addRow(m_deviceTitle, m_device);
    const auto follow = [this](QCheckBox* box, bool WindowSettings::*value) {
        connect(box, &QCheckBox::toggled, this, [this, value](bool isOn) {
            if (!m_isFilling) {
                m_settings.*value = isOn;
                tell();
            }
        });
    };
    follow(m_byItself, &WindowSettings::analysesByItself);
    follow(m_heatmapAtStart, &WindowSettings::heatmapAtStart);
    follow(m_blindFirst, &WindowSettings::blindFirst);
    connect(m_map, &QComboBox::activated, this, [this](int index) {
        m_settings.heatmap.colorMap = kColorMaps[static_cast<std::size_t>(index)];
        tell();
    });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        m_opacityText->setText(percentText(value / 100.0));
        if (!m_isFilling) {
            m_settings.heatmap.opacity = value / 100.0;
            tell();
        }
    });
    connect(m_model, &QComboBox::activated, this, [this](int index) {
        m_settings.model =
            index > 0 ? fromUtf8(m_models[static_cast<std::size_t>(index) - 1].id) : QString();
        tell();
    });
    connect(m_device, &QComboBox::activated, this, [this](int index) {
        m_settings.device = kDevices[static_cast<std::size_t>(index)];
        tell();
    });
}

void SettingsDialog::buildKeys()
{
    m_keySearch = new QLineEdit(m_keys);
    m_keySearch->setObjectName(QStringLiteral("keySearch"));
    m_keySearch->setClearButtonEnabled(true);
    m_keyList = new QTreeWidget(m_keys);
    m_keyList->setObjectName(QStringLiteral("keyList"));
    m_keyList->setColumnCount(2);
    m_keyList->setUniformRowHeights(true);
    m_keyList->header()->setStretchLastSection(false);
    m_keyList->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_keyList->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_keyTitle = new QLabel(m_keys);
    m_keyEdit = new QKeySequenceEdit(m_keys);
    m_keyEdit->setObjectName(QStringLiteral("keyEdit"));
    m_keyClear = new QPushButton(m_keys);
    m_keyClear->setObjectName(QStringLiteral("clearKey"));
    m_keyReset = new QPushButton(m_keys);
    m_keyReset->setObjectName(QStringLiteral("resetKey"));
    m_keyResetAll = new QPushButton(m_keys);
    m_keyResetAll->setObjectName(QStringLiteral("resetAllKeys"));
    m_keyMessage = new QLabel(m_keys);
    m_keyMessage->setObjectName(QStringLiteral("keyMessage"));
    m_keyMessage->setProperty("role", QStringLiteral("warning"));
    m_keyMessage->setWordWrap(true);

    auto* edit = new QHBoxLayout;
    edit->setSpacing(8);
    edit->addWidget(m_keyTitle);
    edit->addWidget(m_keyEdit, 1);
    edit->addWidget(m_keyClear);
    edit->addWidget(m_keyReset);
    auto* layout = new QVBoxLayout(m_keys);
    layout->setContentsMargins(4, 12, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_keySearch);
    layout->addWidget(m_keyList, 1);
    layout->addLayout(edit);
    layout->addWidget(m_keyMessage);
    layout->addWidget(m_keyResetAll, 0, Qt::AlignLeft);

    connect(m_keySearch, &QLineEdit::textChanged, this, [this] { fillKeys(); });
    connect(m_keyList, &QTreeWidget::currentItemChanged, this, [this] {
        m_keyMessage->clear();
        showKeyOf(currentAction());
    });
    connect(m_keyEdit, &QKeySequenceEdit::keySequenceChanged, this,
            [this](const QKeySequence& sequence) {
                if (m_isFilling || sequence.isEmpty()) {
                    return;
                }
                // One key: what is typed next is another one, not the second half of the first.
                setKey({QKeySequence(sequence[0]).toString(QKeySequence::PortableText)});
            });
    connect(m_keyClear, &QPushButton::clicked, this, [this] { setKey({}); });
    connect(m_keyReset, &QPushButton::clicked, this, [this] {
        ShortcutSettings without = m_settings.shortcuts;
        without.remove(currentAction());
        setKey(keysOf(without, currentAction()));
    });
    connect(m_keyResetAll, &QPushButton::clicked, this, [this] {
        m_settings.shortcuts.clear();
        m_keyMessage->clear();
        fillKeys();
        tell();
    });
}

QString SettingsDialog::currentAction() const
{
    const QTreeWidgetItem* item = m_keyList->currentItem();
    return item == nullptr ? QString() : item->data(0, kActionRole).toString();
}

void SettingsDialog::setKey(const QStringList& keys)
{
    const QString action = currentAction();
    if (action.isEmpty()) {
        return;
    }
    for (const QString& key : keys) {
        if (const auto taken = actionWithKey(m_settings.shortcuts, key, action)) {
            QString text = *taken;
            for (const ActionEntry& entry : ActionRegistry::entries()) {
                if (*taken == QLatin1String(entry.objectName)) {
                    text = actionText(entry);
                }
            }
            showKeyOf(action);
            m_keyMessage->setText(
                tr("%1 belongs to “%2”. Give that another key first.", "key, action")
                    .arg(nativeKeys({key}), text));
            return;
        }
    }
    m_keyMessage->clear();
    m_settings.shortcuts.remove(action);
    if (keys != keysOf(m_settings.shortcuts, action)) {
        m_settings.shortcuts.insert(action, keys);
    }
    m_keyList->currentItem()->setText(1, nativeKeys(keys));
    showKeyOf(action);
    tell();
}

void SettingsDialog::showKeyOf(const QString& action)
{
    const bool wasFilling = m_isFilling;
    m_isFilling = true;
    const QStringList keys = keysOf(m_settings.shortcuts, action);
    m_keyEdit->setKeySequence(
        keys.isEmpty() ? QKeySequence()
                       : QKeySequence::fromString(keys.front(), QKeySequence::PortableText));
    for (QWidget* widget : {static_cast<QWidget*>(m_keyEdit), static_cast<QWidget*>(m_keyClear),
                            static_cast<QWidget*>(m_keyReset)}) {
        widget->setEnabled(!action.isEmpty());
    }
    m_isFilling = wasFilling;
}

void SettingsDialog::fillKeys()
{
    const QString current = currentAction();
    const QString search = foldedForSearch(m_keySearch->text());
    m_keyList->clear();
    for (const ActionGroup group :
         {ActionGroup::File, ActionGroup::View, ActionGroup::Image, ActionGroup::Measure,
          ActionGroup::Analysis, ActionGroup::Language, ActionGroup::Help}) {
        auto* title = new QTreeWidgetItem({ActionRegistry::groupTitle(group)});
        title->setFlags(Qt::ItemIsEnabled);
        for (const ActionEntry& entry : ActionRegistry::entries()) {
            const QString name = QLatin1String(entry.objectName);
            const QString keys = nativeKeys(keysOf(m_settings.shortcuts, name));
            const bool isFound =
                foldedForSearch(actionText(entry) + QLatin1Char(' ') + keys).contains(search);
            if (entry.group == group && isFound) {
                auto* item = new QTreeWidgetItem(title, {actionText(entry), keys});
                item->setData(0, kActionRole, name);
            }
        }
        if (title->childCount() == 0) {
            delete title;
            continue;
        }
        m_keyList->addTopLevelItem(title);
        title->setExpanded(true);
        for (int row = 0; row < title->childCount(); ++row) {
            if (title->child(row)->data(0, kActionRole).toString() == current) {
                m_keyList->setCurrentItem(title->child(row));
            }
        }
    }
    showKeyOf(currentAction());
}

void SettingsDialog::setSettings(const WindowSettings& settings, Language language)
{
    m_settings = settings;
    m_language = language;
    fillChoices();
}

void SettingsDialog::setModels(const std::vector<InstalledModel>& models)
{
    m_models = models;
    fillChoices();
}

void SettingsDialog::fillChoices()
{
    m_isFilling = true;
    const auto fill = [](QComboBox* box, const QStringList& texts, int current) {
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(current);
    };
    fill(m_languageBox, {QStringLiteral("English"), QStringLiteral("Türkçe")},
         m_language == Language::Turkish ? 1 : 0);
    fill(m_themeBox, {tr("Dark"), tr("Light")}, m_settings.theme == ThemeId::Light ? 1 : 0);
    m_scale->setValue(static_cast<int>(std::lround(m_settings.scale * 100.0)));
    m_scaleText->setText(percentText(m_settings.scale));
    m_reopens->setChecked(m_settings.reopensStudies);
    m_byItself->setChecked(m_settings.analysesByItself);
    m_heatmapAtStart->setChecked(m_settings.heatmapAtStart);
    m_blindFirst->setChecked(m_settings.blindFirst);
    const auto map = std::find(kColorMaps.begin(), kColorMaps.end(), m_settings.heatmap.colorMap);
    fill(m_map, {QStringLiteral("Cividis"), QStringLiteral("Inferno"), QStringLiteral("Jet")},
         map == kColorMaps.end() ? 0 : static_cast<int>(map - kColorMaps.begin()));
    m_opacity->setValue(static_cast<int>(std::lround(m_settings.heatmap.opacity * 100.0)));
    m_opacityText->setText(percentText(m_settings.heatmap.opacity));
    QStringList models{tr("The program's own choice")};
    int model = 0;
    const QStringList titles = modelTitles(m_models);
    for (const InstalledModel& installed : m_models) {
        models << QStringLiteral("%1 (%2)").arg(titles[models.size() - 1],
                                                fromUtf8(installed.version));
        if (fromUtf8(installed.id) == m_settings.model) {
            model = static_cast<int>(models.size()) - 1;
        }
    }
    fill(m_model, models, model);
    const auto device = std::find(kDevices.begin(), kDevices.end(), m_settings.device);
    fill(m_device, {tr("Automatic"), tr("CPU", "device"), tr("GPU (CUDA)", "device")},
         device == kDevices.end() ? 0 : static_cast<int>(device - kDevices.begin()));
    fillKeys();
    m_isFilling = false;
}

void SettingsDialog::tell()
{
    Q_EMIT changed(m_settings);
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(0, tr("General"));
    m_tabs->setTabText(1, tr("Analysis"));
    m_tabs->setTabText(2, tr("Keys"));
    const auto name = [](QLabel* title, QWidget* control, const QString& text) {
        title->setText(text);
        control->setAccessibleName(text);
    };
    name(m_languageTitle, m_languageBox, tr("Language"));
    name(m_themeTitle, m_themeBox, tr("Theme"));
    name(m_scaleTitle, m_scale, tr("Size of text and controls"));
    m_reopens->setText(tr("Open the last studies at the next start"));
    m_byItself->setText(tr("Analyse every image by itself"));
    m_heatmapAtStart->setText(tr("Heatmap over the image at the start"));
    m_blindFirst->setText(tr("Blind first: my impression before the scores"));
    m_blindText->setText(tr(
        "Scores and heatmap stay hidden until an impression is recorded. What was agreed with is "
        "kept in a table (impressions.csv) without patient data."));
    name(m_mapTitle, m_map, tr("Colours of the heatmap"));
    name(m_opacityTitle, m_opacity, tr("Opacity of the heatmap"));
    name(m_modelTitle, m_model, tr("Model"));
    name(m_deviceTitle, m_device, tr("Computing device"));
    m_keySearch->setPlaceholderText(tr("Search action or key"));
    m_keySearch->setAccessibleName(tr("Search the keys"));
    m_keyList->setHeaderLabels({tr("Action"), tr("Key")});
    m_keyList->setAccessibleName(tr("Actions and their keys"));
    name(m_keyTitle, m_keyEdit, tr("New key:"));
    m_keyClear->setText(tr("No key"));
    m_keyReset->setText(tr("Reset"));
    m_keyResetAll->setText(tr("Reset all keys"));
    m_close->setText(tr("Close"));
    fillChoices();
}

} // namespace nefes::ui
