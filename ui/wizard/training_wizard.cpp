// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/training_wizard.h"

#include "ui/bridge/background.h"
#include "ui/theme/icon.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/evaluate_page.h"
#include "ui/wizard/network_page.h"
#include "ui/wizard/preprocess_page.h"
#include "ui/wizard/publish_page.h"
#include "ui/wizard/recipe_data.h"
#include "ui/wizard/run_card.h"
#include "ui/wizard/step_button.h"
#include "ui/wizard/train_page.h"
#include "ui/wizard/wizard_memory.h"
#include "ui/wizard/wizard_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kListWidth = 236;
constexpr int kMargin = 20;
constexpr int kIconSize = 16;
/// Sliders change the recipe many times a second.
constexpr int kMemoryMs = 500;
constexpr const char* kMemoryFile = "training.json";

/// What a wizard begins with.
struct Beginning {
    std::optional<WizardMemory> memory;
    std::vector<ml::TrainingRecipe> recipes;
};

/// The steps in their order.
std::vector<WizardPage*> makePages(WizardState& state, const Services& services, QThreadPool& pool,
                                   QWidget* parent)
{
    return {
        new DataPage(state, services, pool, parent),
        new PreprocessPage(state, services, pool, parent),
        new NetworkPage(state, services, pool, parent),
        new TrainPage(state, services, pool, parent),
        new EvaluatePage(state, services, pool, parent),
        new PublishPage(state, services, pool, parent),
    };
}

} // namespace

TrainingWizard::TrainingWizard(const Services& services, QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_title(new QLabel(this))
    , m_introduction(new QLabel(this))
    , m_interrupted(new RunCard("wizardInterrupted", RunCard::Tone::Warning, this))
    , m_stack(new QStackedWidget(this))
    , m_problemIcon(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_viewer(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("trainingWizard"));
    setAttribute(Qt::WA_StyledBackground);
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_title->setObjectName(QStringLiteral("wizardTitle"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_introduction->setProperty("role", QStringLiteral("secondary"));
    m_introduction->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("wizardProblem"));
    m_problem->setWordWrap(true);
    m_viewer->setObjectName(QStringLiteral("wizardViewer"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setProperty("primary", true);
    for (WizardPage* page : makePages(m_state, services, pool, m_stack)) {
        addPage(page);
        if (auto* train = qobject_cast<TrainPage*>(page)) {
            m_train = train;
        }
    }
    buildLayout();
    connect(m_viewer, &QPushButton::clicked, this, &TrainingWizard::viewerWanted);
    connect(m_back, &QPushButton::clicked, this, [this] { goToStep(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToStep(m_current + 1); });
    connect(m_interrupted, &RunCard::primaryClicked, this, [this] {
        const auto train = std::ranges::find(m_pages, m_train);
        goToStep(static_cast<int>(train - m_pages.begin()));
    });
    beginWhereItWas(services, pool);
    retranslate();
}

TrainingWizard::~TrainingWizard()
{
    if (m_memoryTimer.isActive()) {
        remember();
    }
    // The pages listen to the state, which is gone before they are.
    for (WizardPage* page : m_pages) {
        delete page;
    }
}

TrainingRunner& TrainingWizard::runner()
{
    return m_train->runner();
}

void TrainingWizard::addPage(WizardPage* page)
{
    const int step = static_cast<int>(m_pages.size());
    auto* button = new StepButton(step + 1, this);
    button->setObjectName(QStringLiteral("wizardStep%1").arg(step + 1));
    m_pages.push_back(page);
    m_steps.push_back(button);
    m_stack->addWidget(page);
    connect(button, &StepButton::clicked, this, [this, step] { goToStep(step); });
    connect(page, &WizardPage::soundnessChanged, this, [this] {
        showState();
        returnToStep();
    });
}

void TrainingWizard::buildLayout()
{
    auto* list = new QWidget(this);
    list->setObjectName(QStringLiteral("wizardSteps"));
    list->setAttribute(Qt::WA_StyledBackground);
    list->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // as its texts need
    auto* steps = new QVBoxLayout(list);
    steps->setContentsMargins(12, kMargin, 12, 16);
    steps->addStrut(kListWidth - 24);
    steps->setSpacing(4);
    m_heading->setContentsMargins(8, 0, 0, 0);
    steps->addWidget(m_heading);
    steps->addSpacing(12);
    for (StepButton* step : m_steps) {
        steps->addWidget(step);
    }
    steps->addStretch(1);
    steps->addWidget(m_viewer);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(kMargin, 10, kMargin, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_problemIcon);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* line = new QFrame(this);
    line->setProperty("line", true);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(kMargin, kMargin - 4, kMargin, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_introduction);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    auto* card = new QHBoxLayout;
    card->setContentsMargins(kMargin, 0, kMargin, 4);
    card->addWidget(m_interrupted);
    right->addLayout(head);
    right->addLayout(card);
    right->addWidget(m_stack, 1);
    right->addWidget(line);
    right->addLayout(buttons);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(list);
    layout->addLayout(right, 1);
}

void TrainingWizard::beginWhereItWas(const Services& services, QThreadPool& pool)
{
    // One patient's images in two splits are the commonest mistake, so they stay together until the
    // student decides otherwise.
    ml::TrainingRecipe start = m_state.recipe();
    start.data.groupBy = "patient";
    start.data.stratify = {"label"};
    m_state.setRecipe(start);
    m_disk.setMaxThreadCount(1);
    m_memoryTimer.setSingleShot(true);
    m_memoryTimer.setInterval(kMemoryMs);
    connect(&m_memoryTimer, &QTimer::timeout, this, &TrainingWizard::remember);
    if (!services.dataFolder.empty()) {
        m_memoryFile = services.dataFolder / kMemoryFile;
    }
    runInBackground(
        pool, this,
        [file = m_memoryFile, list = services.training.listRecipes] {
            Beginning beginning;
            if (auto memory = readMemory(file)) {
                beginning.memory = *std::move(memory);
            }
            if (list) {
                beginning.recipes = list();
            }
            return beginning;
        },
        [this](const Beginning& beginning) {
            // Whoever was quicker than the disk has begun something new.
            if (beginning.memory && m_state.folders().empty() && m_state.recipe().id.empty()) {
                m_stepBefore = beginning.memory->step;
                restore(m_state, *beginning.memory);
            }
            takeFirstRecipe(beginning.recipes);
            // Other folders are another piece of work: it begins where the student is.
            connect(&m_state, &WizardState::foldersChanged, this, [this] { m_stepBefore.reset(); });
            const auto changed = [this] {
                m_memoryTimer.start();
            };
            connect(&m_state, &WizardState::foldersChanged, this, changed);
            connect(&m_state, &WizardState::recipeChanged, this, changed);
            connect(&m_state, &WizardState::trainedModelChanged, this, changed);
            connect(&m_state, &WizardState::thresholdsChanged, this, changed);
            connect(&m_state, &WizardState::machineChanged, this, changed);
            returnToStep();
        });
}

void TrainingWizard::takeFirstRecipe(const std::vector<ml::TrainingRecipe>& recipes)
{
    if (m_state.recipe().id.empty() && !recipes.empty()) {
        // What was chosen of the data meanwhile stays.
        m_state.setRecipe(onData(recipes.front(), m_state.recipe().data));
    }
}

void TrainingWizard::returnToStep()
{
    const auto step = m_stepBefore;
    if (step && (m_pages.front()->isSound() || m_train->isOpenEarly()) && isOpen(*step)) {
        m_stepBefore.reset();
        goToStep(*step);
    }
}

void TrainingWizard::remember()
{
    m_memoryTimer.stop();
    if (m_memoryFile.empty()) {
        return;
    }
    m_disk.start([file = m_memoryFile, memory = rememberedOf(m_state, m_current)] {
        // What could not be written is asked for again at the next start: no harm.
        const auto ignored = writeMemory(file, memory);
        static_cast<void>(ignored);
    });
}

bool TrainingWizard::isOpen(int step) const
{
    if (step < 0 || step >= static_cast<int>(m_pages.size())) {
        return false;
    }
    if (m_pages[static_cast<std::size_t>(step)]->isOpenEarly()) {
        return true;
    }
    return std::all_of(m_pages.begin(), m_pages.begin() + step,
                       [](const WizardPage* page) { return page->isSound(); });
}

void TrainingWizard::goToStep(int step)
{
    if (step == m_current || !isOpen(step)) {
        showState();
        return;
    }
    showStep(step);
}

void TrainingWizard::showStep(int step)
{
    m_stepBefore.reset();
    m_memoryTimer.start();
    m_pages[static_cast<std::size_t>(m_current)]->leave();
    m_current = step;
    m_stack->setCurrentIndex(step);
    m_pages[static_cast<std::size_t>(m_current)]->enter();
    showState();
}

QString TrainingWizard::problemText() const
{
    const WizardPage* page = m_pages[static_cast<std::size_t>(m_current)];
    if (!page->isSound()) {
        return page->problem();
    }
    // A step before may have come undone: its folder is gone, its model does not fit any more.
    const auto undone = std::find_if(m_pages.begin(), m_pages.begin() + m_current,
                                     [](const WizardPage* before) { return !before->isSound(); });
    if (undone == m_pages.begin() + m_current) {
        return {};
    }
    return tr("Step %1, %2: %3", "number, title, problem")
        .arg(undone - m_pages.begin() + 1)
        .arg((*undone)->title(), (*undone)->problem());
}

void TrainingWizard::showState()
{
    for (int step = 0; step < static_cast<int>(m_pages.size()); ++step) {
        StepButton* button = m_steps[static_cast<std::size_t>(step)];
        const WizardPage* page = m_pages[static_cast<std::size_t>(step)];
        const bool isSound = page->isSound() && isOpen(step);
        button->setChecked(step == m_current);
        button->setEnabled(isOpen(step) || step == m_current);
        button->setDone(isSound && step != m_current);
        button->setText(page->title());
        button->setAccessibleName(tr("Step %1: %2").arg(step + 1).arg(page->title()));
        button->setToolTip(button->isEnabled() ? QString()
                                               : tr("Opens once the steps before it are done."));
    }
    const WizardPage* page = m_pages[static_cast<std::size_t>(m_current)];
    m_title->setText(page->title());
    m_introduction->setText(page->introduction());
    m_introduction->setVisible(!m_introduction->text().isEmpty());
    const QString interrupted = page == m_train ? QString() : m_train->interruptedRun();
    m_interrupted->setVisible(!interrupted.isEmpty());
    m_interrupted->setTexts(interrupted, tr("Show it"), QString());
    const QString problem = problemText();
    m_problem->setText(problem);
    m_problemIcon->setVisible(!problem.isEmpty());
    m_back->setEnabled(m_current > 0);
    const bool isLast = m_current + 1 == static_cast<int>(m_pages.size());
    m_next->setVisible(!isLast);
    m_next->setEnabled(isOpen(m_current + 1));
}

void TrainingWizard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        m_problemIcon->setPixmap(themedIcon(QStringLiteral("warning"))
                                     .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    }
}

void TrainingWizard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_pages[static_cast<std::size_t>(m_current)]->enter();
    showState();
}

void TrainingWizard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_pages[static_cast<std::size_t>(m_current)]->leave();
}

void TrainingWizard::retranslate()
{
    setLocale(QLocale()); // number fields keep the one they were made in otherwise
    m_heading->setText(tr("Training"));
    m_viewer->setText(tr("Back to the viewer"));
    m_viewer->setToolTip(tr("The viewer as it was; a run goes on meanwhile (F8)"));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_problemIcon->setPixmap(themedIcon(QStringLiteral("warning"))
                                 .pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    m_problemIcon->setAccessibleName(tr("Not ready yet"));
    setAccessibleName(tr("Training"));
    showState();
}

} // namespace nefes::ui
