// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/field_editor.h"

#include "ui/wizard/section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <string>

namespace nefes::ui {

namespace {

using nlohmann::json;

constexpr int kLabelWidth = 176;
constexpr int kNumberWidth = 92;

json::json_pointer pointerTo(const std::string& path)
{
    std::string pointer = "/" + path;
    for (char& letter : pointer) {
        letter = letter == '.' ? '/' : letter;
    }
    return json::json_pointer(pointer);
}

/// The part of the path that is null when the field is: "input.clahe" of "input.clahe.tiles".
std::string optionalPath(const RecipeField& field)
{
    const std::string path = field.path;
    const bool isObject = *field.optional == '{';
    return isObject ? path.substr(0, path.rfind('.')) : path;
}

/// One for each value that the number beside the slider can show.
int sliderSteps(const RecipeField& field)
{
    return static_cast<int>(
        std::lround((field.sliderHigh - field.low) * std::pow(10.0, field.decimals)));
}

/// What a field begins with when the part of the recipe that it belongs to is switched on.
json firstValue(const RecipeField& field)
{
    const std::string path = field.path;
    for (const RecipeField& other : recipeFields()) {
        const bool isOwner = path == other.path || optionalPath(other) == field.dependsOn;
        if (*other.optional != '\0' && isOwner) {
            const json first = json::parse(other.optional);
            return first.is_object() ? first.at(path.substr(path.rfind('.') + 1)) : first;
        }
    }
    return {};
}

bool listed(const std::string& value, const std::string& list)
{
    return ("|" + list + "|").find("|" + value + "|") != std::string::npos;
}

} // namespace

FieldEditor::FieldEditor(const RecipeField& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_control(new QWidget(this))
    , m_complaint(roleLabel("error", this))
{
    m_complaint->hide();
    m_complaint->setWordWrap(true);
    build();
    retranslate();
}

QDoubleSpinBox* FieldEditor::makeSpinBox()
{
    auto* box = new QDoubleSpinBox(m_control);
    box->setDecimals(m_field.decimals);
    box->setRange(m_field.low, m_field.high);
    box->setSingleStep(m_field.step);
    // A number that is being typed counts when it is finished, not digit by digit.
    box->setKeyboardTracking(false);
    box->setFixedWidth(kNumberWidth);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
        placeSlider();
        edit();
    });
    return box;
}

void FieldEditor::addNumber(QWidget* host)
{
    m_number = makeSpinBox();
    auto* layout = qobject_cast<QHBoxLayout*>(host->layout());
    if (m_field.kind == FieldKind::Number) {
        m_slider = new QSlider(Qt::Horizontal, host);
        m_slider->setRange(0, sliderSteps(m_field));
        m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
        layout->addWidget(m_slider, 1);
        connect(m_slider, &QSlider::valueChanged, this, [this](int place) {
            if (!m_isShowing) {
                const double reach = m_field.sliderHigh - m_field.low;
                m_number->setValue(m_field.low + reach * place / m_slider->maximum());
            }
        });
    } else {
        layout->addStretch(1);
        m_number->setFixedWidth(kNumberWidth + 24);
    }
    layout->addWidget(m_number);
}

void FieldEditor::addInterval()
{
    auto* layout = qobject_cast<QHBoxLayout*>(m_control->layout());
    m_number = makeSpinBox();
    m_to = makeSpinBox();
    layout->addStretch(1);
    layout->addWidget(m_number);
    layout->addWidget(new QLabel(QStringLiteral("–"), m_control));
    layout->addWidget(m_to);
}

void FieldEditor::addChoice()
{
    m_choice = new QComboBox(m_control);
    for (const FieldChoice& choice : m_field.choices) {
        m_choice->addItem(QString(), QLatin1String(choice.id));
    }
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(10);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FieldEditor::edit);
    m_control->layout()->addWidget(m_choice);
}

void FieldEditor::build()
{
    auto* controls = new QHBoxLayout(m_control);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(8);
    switch (m_field.kind) {
    case FieldKind::Number:
    case FieldKind::Decimal:
        addNumber(m_control);
        break;
    case FieldKind::Integer:
        m_integer = new QSpinBox(m_control);
        m_integer->setRange(static_cast<int>(m_field.low), static_cast<int>(m_field.high));
        m_integer->setSingleStep(static_cast<int>(m_field.step));
        m_integer->setKeyboardTracking(false);
        m_integer->setFixedWidth(kNumberWidth);
        connect(m_integer, &QSpinBox::valueChanged, this, &FieldEditor::edit);
        controls->addStretch(1);
        controls->addWidget(m_integer);
        break;
    case FieldKind::Interval:
        addInterval();
        break;
    case FieldKind::Choice:
        addChoice();
        break;
    case FieldKind::Switch:
        m_switch = new QCheckBox(m_control);
        connect(m_switch, &QCheckBox::toggled, this, &FieldEditor::edit);
        controls->addWidget(m_switch, 1);
        break;
    case FieldKind::Numbers:
    case FieldKind::Seed:
        m_text = new QLineEdit(m_control);
        connect(m_text, &QLineEdit::editingFinished, this, [this] {
            // Leaving the field is no change: what it shows is rounded.
            if (m_text->isModified()) {
                m_text->setModified(false);
                edit();
            }
        });
        controls->addWidget(m_text, 1);
        break;
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    if (*m_field.optional != '\0') {
        m_present = new QCheckBox(this);
        m_present->setMinimumWidth(kLabelWidth);
        connect(m_present, &QCheckBox::toggled, this, [this](bool isPresent) {
            m_control->setEnabled(isPresent);
            if (isPresent && !m_isShowing) {
                m_isShowing = true;
                showValue(firstValue(m_field));
                m_isShowing = false;
            }
            edit();
        });
        row->addWidget(m_present);
    } else if (m_field.kind != FieldKind::Switch) {
        m_label = new QLabel(this);
        m_label->setFixedWidth(kLabelWidth);
        m_label->setWordWrap(true);
        row->addWidget(m_label);
    }
    row->addWidget(m_control, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_complaint);
}

void FieldEditor::showValue(const json& value)
{
    switch (m_field.kind) {
    case FieldKind::Number:
    case FieldKind::Decimal:
        m_number->setValue(value.get<double>());
        break;
    case FieldKind::Integer:
        m_integer->setValue(value.get<int>());
        break;
    case FieldKind::Interval:
        m_number->setValue(value.at(0).get<double>());
        m_to->setValue(value.at(1).get<double>());
        break;
    case FieldKind::Choice:
        m_choice->setCurrentIndex(m_choice->findData(
            QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump())));
        break;
    case FieldKind::Switch:
        m_switch->setChecked(value.get<bool>());
        break;
    case FieldKind::Numbers: {
        QStringList texts;
        for (const json& number : value) {
            texts << QLocale().toString(number.get<double>(), 'g', 6);
        }
        m_text->setText(texts.join(QStringLiteral("  ")));
        break;
    }
    case FieldKind::Seed:
        m_text->setText(QString::number(value.get<std::uint64_t>()));
        break;
    }
}

void FieldEditor::placeSlider()
{
    if (m_slider != nullptr) {
        const double reach = m_field.sliderHigh - m_field.low;
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(static_cast<int>(
            std::lround((m_number->value() - m_field.low) / reach * m_slider->maximum())));
    }
}

void FieldEditor::setRecipe(const json& recipe)
{
    m_isShowing = true;
    bool isPresent = true;
    if (m_present != nullptr) {
        const json& owner = recipe.at(pointerTo(optionalPath(m_field)));
        isPresent = !owner.is_null();
        m_present->setChecked(isPresent);
    }
    bool counts = isPresent;
    if (*m_field.dependsOn != '\0') {
        const json& other = recipe.at(pointerTo(m_field.dependsOn));
        const bool exists = !other.is_null();
        counts = *m_field.when == '\0'
                     ? exists
                     : listed(other.is_string() ? other.get<std::string>() : "", m_field.when);
        isPresent = isPresent && exists;
    }
    m_control->setEnabled(counts);
    if (m_label != nullptr) {
        m_label->setEnabled(counts);
    }
    showValue(isPresent ? recipe.at(pointerTo(m_field.path)) : firstValue(m_field));
    m_isShowing = false;
}

json FieldEditor::value() const
{
    switch (m_field.kind) {
    case FieldKind::Number:
    case FieldKind::Decimal:
        return m_number->value();
    case FieldKind::Integer:
        return m_integer->value();
    case FieldKind::Interval:
        return json::array({m_number->value(), m_to->value()});
    case FieldKind::Choice: {
        const std::string id = m_choice->currentData().toString().toStdString();
        const bool isNumber =
            !id.empty() && id.find_first_not_of("0123456789") == std::string::npos;
        return isNumber ? json(std::stoi(id)) : json(id);
    }
    case FieldKind::Switch:
        return m_switch->isChecked();
    case FieldKind::Numbers: {
        json numbers = json::array();
        const QString text = m_text->text().replace(QLatin1Char(';'), QLatin1Char(' '));
        for (const QString& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            bool isNumber = false;
            double number = QLocale().toDouble(part, &isNumber);
            if (!isNumber) {
                number = QLocale::c().toDouble(part, &isNumber);
            }
            // Something that is no number is refused by the recipe's own check.
            numbers.push_back(isNumber ? json(number) : json(part.toStdString()));
        }
        return numbers;
    }
    case FieldKind::Seed: {
        bool isNumber = false;
        const std::uint64_t seed = m_text->text().trimmed().toULongLong(&isNumber);
        return isNumber ? json(seed) : json(m_text->text().toStdString());
    }
    }
    return {};
}

void FieldEditor::write(json& recipe) const
{
    if (m_present != nullptr) {
        const auto owner = pointerTo(optionalPath(m_field));
        if (!m_present->isChecked()) {
            recipe[owner] = nullptr;
            return;
        }
        if (recipe.at(owner).is_null()) {
            recipe[owner] = json::parse(m_field.optional);
        }
    } else if (*m_field.dependsOn != '\0' && recipe.at(pointerTo(m_field.dependsOn)).is_null()) {
        return;
    }
    recipe[pointerTo(m_field.path)] = value();
}

void FieldEditor::setWrong(bool isWrong)
{
    m_complaint->setText(fieldComplaint(m_field));
    m_complaint->setVisible(isWrong);
}

void FieldEditor::edit()
{
    if (!m_isShowing) {
        Q_EMIT edited();
    }
}

void FieldEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void FieldEditor::retranslate()
{
    const QString label = fieldLabel(m_field);
    const QString explanation = fieldExplanation(m_field);
    if (m_label != nullptr) {
        m_label->setText(label);
        m_label->setToolTip(explanation);
    }
    if (m_present != nullptr) {
        m_present->setText(label);
        m_present->setToolTip(explanation);
        m_present->setAccessibleName(tr("Use: %1", "field").arg(label));
    }
    if (m_switch != nullptr) {
        m_switch->setText(label);
    }
    m_isShowing = true;
    if (m_choice != nullptr) {
        for (std::size_t i = 0; i < m_field.choices.size(); ++i) {
            m_choice->setItemText(static_cast<int>(i), choiceLabel(m_field.choices[i]));
        }
    }
    m_isShowing = false;
    const auto name = [&](QWidget* widget, const QString& text) {
        if (widget != nullptr) {
            widget->setAccessibleName(text);
            widget->setToolTip(explanation);
        }
    };
    name(m_number, m_to == nullptr ? label : tr("%1, from", "field").arg(label));
    name(m_to, tr("%1, to", "field").arg(label));
    name(m_slider, tr("%1, slider", "field").arg(label));
    name(m_integer, label);
    name(m_choice, label);
    name(m_switch, label);
    name(m_text, label);
    m_complaint->setText(fieldComplaint(m_field));
}

} // namespace nefes::ui
