// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/preprocess_page.h"

#include "core/base/files.h"
#include "core/base/known.h"

#include "ml/json_object.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/wizard/augmentation_preview.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/recipe_data.h"
#include "ui/wizard/recipe_form.h"
#include "ui/wizard/section.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace nefes::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kFormWidth = 480;
constexpr int kFormShare = 3, kPreviewShare = 2; ///< where both have to be narrow
constexpr std::uint64_t kLargestRecipeBytes = std::uint64_t{1024} * 1024;

/// The recipe of a file, and as detail what is wrong with it.
Result<ml::TrainingRecipe> recipeFromFile(const std::filesystem::path& file)
{
    NEFES_TRY(const auto text, readTextFile(file, kLargestRecipeBytes));
    NEFES_TRY(const auto json, ml::parseJson(text, ErrorCode::RecipeInvalid));
    return ml::recipeFromJson(json);
}

/// In more than what step 1 decides.
bool differsFrom(const ml::TrainingRecipe& original, const ml::TrainingRecipe& recipe)
{
    ml::TrainingRecipe expected = onData(original, recipe.data);
    expected.seed = recipe.seed;
    expected.title = recipe.title; // a later version may call it otherwise
    return expected != recipe;
}

} // namespace

PreprocessPage::PreprocessPage(WizardState& state, const Services& services, QThreadPool& pool,
                               QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_recipeTitle(new QLabel(this))
    , m_recipeBox(new QComboBox(this))
    , m_open(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_message(roleLabel("secondary", this))
    , m_changed(roleLabel("secondary", this))
    , m_again(new QPushButton(this))
    , m_sourcesRemark(roleLabel("warning", this))
    , m_splitsRemark(roleLabel("secondary", this))
    , m_splits(new QPushButton(this))
    , m_form(new RecipeForm(this))
    , m_previewSection(new Section(this))
    , m_preview(new AugmentationPreview(services.training, pool, this))
    , m_other(new QPushButton(this))
    , m_listTask(pool, this)
{
    setObjectName(QStringLiteral("preprocessPage"));
    m_recipeBox->setObjectName(QStringLiteral("recipeBox"));
    m_message->setObjectName(QStringLiteral("recipeMessage"));
    m_preview->setObjectName(QStringLiteral("augmentationPreview"));
    m_changed->setObjectName(QStringLiteral("recipeChanged"));
    m_again->setObjectName(QStringLiteral("recipeAgain"));
    m_sourcesRemark->setObjectName(QStringLiteral("sourcesRemark"));
    m_sourcesRemark->setWordWrap(true);
    m_again->setProperty("link", true);
    m_splits->setProperty("link", true);
    m_recipeBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_recipeBox->setMinimumContentsLength(12);
    m_message->setWordWrap(true);
    m_message->hide();
    m_splitsRemark->setWordWrap(true);
    buildLayout();
    connect(m_form, &RecipeForm::edited, &m_state, &WizardState::setRecipe);
    connect(m_form, &RecipeForm::rightnessChanged, this, &PreprocessPage::soundnessChanged);
    connect(m_recipeBox, &QComboBox::activated, this, [this](int index) {
        const auto place = static_cast<std::size_t>(m_recipeBox->itemData(index).toInt());
        if (place < m_recipes.size()) {
            adopt(m_recipes[place]);
        }
    });
    connect(m_open, &QPushButton::clicked, this, &PreprocessPage::openRecipe);
    connect(m_save, &QPushButton::clicked, this, &PreprocessPage::saveRecipe);
    connect(m_splits, &QPushButton::clicked, this, &PreprocessPage::useItsSplits);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const ml::TrainingRecipe* recipe = listed()) {
            adopt(*recipe);
        }
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        ++m_image;
        showImage();
    });
    connect(&m_state, &WizardState::recipeChanged, this, &PreprocessPage::showRecipe);
    connect(&m_state, &WizardState::datasetChanged, this, [this] {
        countSources();
        showImage();
    });
    listRecipes();
    countSources();
    showRecipe();
    retranslate();
}

void PreprocessPage::buildLayout()
{
    m_recipeTitle->setBuddy(m_recipeBox);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_recipeTitle);
    choice->addWidget(m_recipeBox, 1);
    choice->addWidget(m_open);
    choice->addWidget(m_save);
    auto* changed = new QHBoxLayout;
    changed->addWidget(m_changed, 1);
    changed->addWidget(m_again);
    auto* splits = new QHBoxLayout;
    splits->addWidget(m_splitsRemark, 1);
    splits->addWidget(m_splits);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addLayout(choice);
    left->addLayout(changed);
    left->addWidget(m_message);
    left->addWidget(m_sourcesRemark);
    left->addLayout(splits);
    left->addWidget(new ColumnScroll(m_form, this), 1);
    auto* leftWidget = new QWidget(this);
    leftWidget->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    leftWidget->setMaximumWidth(kFormWidth);

    m_previewSection->head()->addWidget(m_other);
    m_previewSection->body()->addWidget(m_preview);
    auto* right = new QWidget(this);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_previewSection);
    rightLayout->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, kMargin);
    layout->setSpacing(12);
    layout->addWidget(leftWidget, kFormShare);
    layout->addWidget(new ColumnScroll(right, this), kPreviewShare);
}

QString PreprocessPage::title() const
{
    return tr("Preprocess and augment");
}

QString PreprocessPage::introduction() const
{
    return tr("How images are prepared, how they are varied at random, and how the network learns "
              "from them. Begin with a recipe; every number of it can be changed.");
}

bool PreprocessPage::isSound() const
{
    return m_form->isRight();
}

QString PreprocessPage::problem() const
{
    return isSound() ? QString()
                     : tr("A field is not right yet: it says below itself what it needs.");
}

void PreprocessPage::enter()
{
    m_isFront = true;
    showImage();
}

void PreprocessPage::leave()
{
    m_isFront = false;
}

void PreprocessPage::listRecipes()
{
    if (!m_services.training.listRecipes) {
        return;
    }
    m_listTask.start(
        [list = m_services.training.listRecipes](const std::stop_token&) { return list(); },
        [this](std::vector<ml::TrainingRecipe> recipes) {
            m_recipes = std::move(recipes);
            retranslate();
        });
}

const ml::TrainingRecipe* PreprocessPage::listed() const
{
    const auto found = std::ranges::find(m_recipes, m_state.recipe().id, &ml::TrainingRecipe::id);
    return found == m_recipes.end() ? nullptr : &*found;
}

void PreprocessPage::adopt(const ml::TrainingRecipe& recipe)
{
    ml::TrainingRecipe adopted = onData(recipe, m_state.recipe().data);
    adopted.seed = m_state.recipe().seed; // another one would deal out the images anew
    const auto& dataset = m_state.dataset();
    if (adopted.data.negativeLabel.empty() && dataset &&
        std::ranges::count(dataset->classes, recipe.data.negativeLabel) > 0) {
        adopted.data.negativeLabel = recipe.data.negativeLabel;
    }
    m_recipeData = recipe.data;
    m_message->hide();
    m_state.setRecipe(std::move(adopted));
    showRecipe();
}

void PreprocessPage::countSources()
{
    std::set<std::string> sources;
    if (const auto& dataset = m_state.dataset()) {
        for (const ml::DatasetEntry& entry : dataset->entries) {
            sources.insert(entry.source);
        }
    }
    m_hasOneSource = sources.size() == 1;
    showSourcesRemark();
}

void PreprocessPage::showSourcesRemark()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    const bool isIdle = m_hasOneSource && (recipe.loss.sourceAdjustment > 0.0 ||
                                           recipe.data.balance == "source_class");
    m_sourcesRemark->setVisible(isIdle);
}

void PreprocessPage::useItsSplits()
{
    ml::TrainingRecipe recipe = m_state.recipe();
    const ml::DataSettings& chosen = known(m_recipeData);
    recipe.data.train = chosen.train;
    recipe.data.validation = chosen.validation;
    recipe.data.test = chosen.test;
    m_state.setRecipe(std::move(recipe));
}

void PreprocessPage::openRecipe()
{
    auto* dialog = new QFileDialog(this, tr("Open a recipe"));
    dialog->setObjectName(QStringLiteral("recipeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Recipes (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &PreprocessPage::readRecipe);
    dialog->open();
}

void PreprocessPage::readRecipe(const QString& file)
{
    runInBackground(
        m_pool, this, [path = pathFromUtf8(file.toStdString())] { return recipeFromFile(path); },
        [this, file](const Result<ml::TrainingRecipe>& recipe) {
            if (!recipe) {
                const ErrorCode code = recipe.error().code;
                const QString name = QFileInfo(file).fileName();
                // The detail is English, but it alone names the field.
                const bool namesField =
                    code == ErrorCode::RecipeInvalid || code == ErrorCode::NetworkInvalid;
                m_message->setText(
                    namesField
                        ? tr("%1 cannot be used: %2 (%3)", "file, reason, detail")
                              .arg(name, errorText(code), fromUtf8(recipe.error().detail))
                        : tr("%1 cannot be used: %2", "file, reason").arg(name, errorText(code)));
                m_message->show();
                return;
            }
            std::erase_if(m_recipes, [&recipe](const ml::TrainingRecipe& other) {
                return other.id == recipe->id;
            });
            m_recipes.push_back(*recipe);
            retranslate();
            adopt(*recipe);
        });
}

void PreprocessPage::saveRecipe()
{
    auto* dialog = new QFileDialog(this, tr("Save the recipe"));
    dialog->setObjectName(QStringLiteral("recipeSaveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Recipes (*.json)"));
    dialog->selectFile(QStringLiteral("recipe.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const std::string text = ml::jsonText(ml::recipeToJson(m_state.recipe()), 2) + "\n";
        runInBackground(
            m_pool, this,
            [file, text] { return writeFileAtomically(pathFromUtf8(file.toStdString()), text); },
            [this, file](const Result<void>& written) {
                m_message->setText(written ? tr("Saved as %1").arg(file)
                                           : errorText(written.error().code));
                m_message->show();
            });
    });
    dialog->open();
}

void PreprocessPage::showRecipe()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    m_form->setRecipe(recipe);
    m_preview->setRecipe(recipe);
    const ml::TrainingRecipe* original = listed();
    m_recipeBox->setCurrentIndex(
        original == nullptr ? -1 : static_cast<int>(original - m_recipes.data()));
    const bool isChanged = original != nullptr && differsFrom(*original, recipe);
    m_changed->setVisible(isChanged);
    m_again->setVisible(isChanged);
    showSourcesRemark();
    const bool differs = m_recipeData && (m_recipeData->validation != recipe.data.validation ||
                                          m_recipeData->test != recipe.data.test);
    m_splitsRemark->setVisible(differs);
    m_splits->setVisible(differs);
    if (differs) {
        m_splitsRemark->setText(tr("This recipe was made with %1 training, %2 validation, %3 test.")
                                    .arg(percentText(m_recipeData->train),
                                         percentText(m_recipeData->validation),
                                         percentText(m_recipeData->test)));
    }
    Q_EMIT soundnessChanged();
}

void PreprocessPage::showImage()
{
    const auto& dataset = m_state.dataset();
    if (!m_isFront || !dataset) {
        return;
    }
    std::vector<const ml::DatasetEntry*> training;
    for (const ml::DatasetEntry& entry : dataset->entries) {
        if (entry.split == ml::Split::Train) {
            training.push_back(&entry);
        }
    }
    // Steps of a large prime go through all images in an order that looks like chance.
    constexpr std::size_t kStride = 7919;
    m_preview->setFile(training.empty() ? std::filesystem::path()
                                        : training[m_image * kStride % training.size()]->path);
}

void PreprocessPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PreprocessPage::retranslate()
{
    m_recipeTitle->setText(tr("Recipe"));
    m_recipeTitle->setToolTip(explainTerm(Term::Recipe));
    m_recipeBox->setAccessibleName(tr("Recipe"));
    m_recipeBox->setToolTip(explainTerm(Term::Recipe));
    m_recipeBox->clear();
    for (std::size_t i = 0; i < m_recipes.size(); ++i) {
        m_recipeBox->addItem(localised(m_recipes[i].title), static_cast<int>(i));
    }
    m_open->setText(tr("Open…"));
    m_open->setAccessibleName(tr("Open a recipe"));
    m_open->setToolTip(tr("Takes a recipe from a file."));
    m_save->setText(tr("Save…"));
    m_save->setAccessibleName(tr("Save the recipe"));
    m_save->setToolTip(tr("Writes all settings to a file, which the command line takes too."));
    m_splits->setText(tr("Use these splits"));
    m_changed->setText(tr("Changed: it is not the recipe of this name any more."));
    m_again->setText(tr("Undo the changes"));
    m_sourcesRemark->setText(tr("The data name no two sources, so what the recipe does about "
                                "sources does nothing. The column “source” of a manifest.csv "
                                "names them."));
    m_previewSection->setHeading(tr("Preview"), explainTerm(Term::Augmentation));
    m_other->setText(tr("Other image"));
    m_other->setToolTip(tr("Shows another training image."));
    showRecipe();
}

} // namespace nefes::ui
