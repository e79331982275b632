// SPDX-License-Identifier: GPL-3.0-or-later
// Packages with a second network.
#pragma once

#include "ml/publishing.h"

#include "tests/ml/fakes.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nefes::ml {

/// Keeps hold of the networks that it has loaded: the first, then the second.
class WatchedBackend final : public fake::FakeBackend
{
public:
    [[nodiscard]] Result<std::unique_ptr<Network>> loadNetwork(const ModelPackage& package,
                                                               DeviceChoice) override
    {
        auto network = std::make_unique<fake::MeanNetwork>(package.description.outputs);
        loaded.push_back(network.get());
        return network;
    }
    std::vector<fake::MeanNetwork*> loaded;
};

/// The first network says (gray − 0.5) × 8 of the mean gray, the second, whose input is centred on
/// 0.25, (gray − 0.25) × 8.
class SecondFixture
{
protected:
    [[nodiscard]] std::filesystem::path folder(const std::string& name) const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    static ModelDescription secondModel()
    {
        ModelDescription model = fake::yesNoModel();
        model.id = "whole";
        model.input.mean = {0.25F};
        return model;
    }
    [[nodiscard]] bool writeBoth(const ModelDescription& first = fake::yesNoModel())
    {
        return fake::writePackage(folder("first"), first) &&
               fake::writePackage(folder("plain_second"), secondModel());
    }
    [[nodiscard]] Result<void> attach(const std::filesystem::path& target)
    {
        NEFES_TRY(const auto opened, openModelPackage(folder("first")));
        return writeWithSecond(folder("first"), folder("plain_second"), opened->description,
                               {"card", "kart"}, target);
    }

    static ImagePtr even(int gray)
    {
        return fake::halvesImage(16, 16, static_cast<std::uint8_t>(gray),
                                 static_cast<std::uint8_t>(gray));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    WatchedBackend m_backend;
};

} // namespace nefes::ml
