// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/rng.h"

#include "core/imaging/picture_reader.h"
#include "core/imaging/picture_writer.h"
#include "core/imaging/plane_operations.h"

#include "tests/ui/window_fixture.h"
#include "ui/wizard/training_wizard.h"

#include <QAbstractButton>
#include <QLabel>

#include <string>
#include <vector>

namespace nefes::test {

/// A gray picture of soft random blobs: the same seed, the same picture.
inline GrayPlane blobs(std::uint64_t seed, int side = 48)
{
    constexpr int kGrid = 6;
    Rng random(seed);
    std::vector<double> grid;
    for (int i = 0; i < (kGrid + 1) * (kGrid + 1); ++i) {
        grid.push_back(random.uniform(20.0, 235.0));
    }
    GrayPlane plane{.width = side, .height = side, .values = {}};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double u = static_cast<double>(x) * kGrid / side;
            const double v = static_cast<double>(y) * kGrid / side;
            const auto at = [&](int column, int row) {
                return grid[static_cast<std::size_t>(row * (kGrid + 1) + column)];
            };
            const int column = static_cast<int>(u);
            const int row = static_cast<int>(v);
            const double fx = u - column;
            const double fy = v - row;
            const double top = at(column, row) * (1.0 - fx) + at(column + 1, row) * fx;
            const double bottom = at(column, row + 1) * (1.0 - fx) + at(column + 1, row + 1) * fx;
            plane.values.push_back(static_cast<std::uint8_t>(top * (1.0 - fy) + bottom * fy));
        }
    }
    return plane;
}

inline void writeBlobs(const std::filesystem::path& file, std::uint64_t seed)
{
    std::filesystem::create_directories(file.parent_path());
    const Result<void> written = imaging::writeGray(file, blobs(seed));
    NEFES_ASSERT(written.has_value());
}

/// `count` pictures LABEL/1.png … in each label's folder, all different.
inline std::filesystem::path writeDataset(const std::filesystem::path& folder,
                                          const std::vector<std::string>& labels, int count,
                                          std::uint64_t seed = 1)
{
    for (const std::string& label : labels) {
        for (int i = 1; i <= count; ++i) {
            writeBlobs(folder / label / (std::to_string(i) + ".png"), seed++);
        }
    }
    return folder;
}

/// Some recipes, the first with a small list of layers.
inline std::vector<ml::TrainingRecipe> someRecipes()
{
    std::vector<ml::TrainingRecipe> recipes;
    for (const char* name :
         {"compact-binary", "brain-mri", "chest-xray", "clahe-blocks", "four-class-gap"}) {
        const auto file = std::filesystem::path(NEFES_SOURCE_DIR) / "resources" / "recipes" /
                          (std::string(name) + ".json");
        const auto text = readTextFile(file, 1 << 20);
        NEFES_ASSERT(text.has_value());
        auto recipe = ml::recipeFromJson(nlohmann::json::parse(*text));
        NEFES_ASSERT(recipe.has_value());
        recipes.push_back(std::move(*recipe));
    }
    return recipes;
}

/// The real window with the training wizard shown, on data sets that the test writes.
class WizardFixture : public WindowFixture
{
public:
    explicit WizardFixture(ui::Language language = ui::Language::English)
        : WindowFixture(language)
    {
        services.training.reader = std::make_shared<const imaging::PictureReader>();
        services.training.operations = std::make_shared<const imaging::OpenCvPlaneOperations>();
        services.training.listRecipes = someRecipes;
        services.dataFolder = folder() / "kept"; // tests write their images to "data"
        services.training.runsFolder = folder() / "runs";
        services.training.cacheFolder = folder() / "cache";
    }

    ui::TrainingWizard& wizard()
    {
        if (m_wizard == nullptr) {
            window().resize(1280, 860);
            trigger("showTraining");
            m_wizard = child<ui::TrainingWizard>("trainingWizard");
        }
        return *m_wizard;
    }

    /// The program is started again in the same folders.
    void restart()
    {
        closeWindow();
        m_wizard = nullptr;
    }

    /// The visible widget of this accessible name, or text in the case of buttons.
    template <class T>
    T* named(const QString& name)
    {
        for (T* widget : wizard().template findChildren<T*>()) {
            if (!widget->isVisible()) {
                continue;
            }
            if (widget->accessibleName() == name) {
                return widget;
            }
            if (auto* button = qobject_cast<QAbstractButton*>(widget);
                button != nullptr && button->text() == name) {
                return widget;
            }
        }
        return nullptr;
    }

    void click(const QString& name)
    {
        // A row that was just made is shown by the next turn of the event loop.
        QAbstractButton* button = nullptr;
        static_cast<void>(QTest::qWaitFor([&] {
            button = named<QAbstractButton>(name);
            return button != nullptr;
        }));
        if (button == nullptr) {
            qFatal("there is no button \"%s\"", qPrintable(name));
        }
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QString problem() { return child<QLabel>("wizardProblem")->text(); }

    /// Waits until the step in front is sound.
    [[nodiscard]] bool waitUntilSound()
    {
        const bool isSound =
            QTest::qWaitFor([this] { return problem().isEmpty(); }, kIdleTimeoutMs);
        if (!isSound) {
            qWarning("%s", qPrintable(problem()));
        }
        return isSound;
    }

    /// Saves a picture of the window where NEFES_TEST_PICTURES names a folder.
    void picture(const char* name)
    {
        if (const char* target = std::getenv("NEFES_TEST_PICTURES")) {
            QTest::qWait(300);
            window().grab().save(
                QStringLiteral("%1/%2.png").arg(QLatin1String(target), QLatin1String(name)));
        }
    }

private:
    ui::TrainingWizard* m_wizard = nullptr;
};

} // namespace nefes::test
