// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/gate_fitting.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/evaluation.h"
#include "ml/input_check.h"
#include "ml/input_gate.h"
#include "ml/package_files.h"
#include "ml/preprocess.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// The quantile of fewer says nothing.
constexpr std::size_t kMinFilms = 50;

/// The model's validation films that the gate has not learned from.
Result<std::vector<DatasetEntry>> heldOutFilms(const ModelPackage& model, const fs::path& gate,
                                               const std::vector<fs::path>& folders,
                                               const std::stop_token& stop)
{
    EvaluationRequest request;
    request.folders = folders;
    request.split = Split::Validation;
    NEFES_TRY(auto labelled, labelledEntries(request, model.description, model.folder, stop));
    std::vector<DatasetEntry> films = std::move(labelled.entries);
    NEFES_TRY(const auto splits, readSplits(gate));
    std::erase_if(films, [&splits](const DatasetEntry& entry) {
        const auto digest = sha256OfFile(entry.path);
        const auto found = digest ? splits.find(*digest) : splits.end();
        return found != splits.end() && found->second == splitName(Split::Train);
    });
    if (films.size() < kMinFilms) {
        return fail(ErrorCode::DatasetEmpty,
                    fmt::format("{} validation films of the model that the gate has not learned "
                                "from; {} are needed",
                                films.size(), kMinFilms));
    }
    return films;
}

} // namespace

Result<GateFit> fitGate(Backend& backend, const fs::path& model, const fs::path& gate,
                        const std::vector<fs::path>& folders, const DecodingTools& tools,
                        const Progress& progress, std::stop_token stop)
{
    NEFES_TRY(const auto package, openModelPackage(model));
    NEFES_TRY(const auto gatePackage, openModelPackage(gate));
    if (const std::string reason = whyNoGate(gatePackage->description); !reason.empty()) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", toUtf8(gate), reason));
    }
    NEFES_TRY(const auto judge, InputGate::create(backend, *gatePackage, DeviceChoice::Cpu));
    NEFES_TRY(const auto films, heldOutFilms(*package, gate, folders, stop));
    GateFit fit;
    std::vector<double> values;
    for (std::size_t i = 0; i < films.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        const auto image = tools.reader.read(films[i].path, 0, stop);
        if (!image) {
            fit.unreadable.push_back({films[i].path, image.error()});
            continue;
        }
        NEFES_TRY(const auto verdict, judge->judge(renderedPlane(**image), tools.operations));
        values.push_back(verdict.notAccepted);
        report(progress, i + 1, films.size());
    }
    if (values.size() < kMinFilms) {
        return fail(ErrorCode::DatasetEmpty,
                    fmt::format("{} of {} films can be read", values.size(), films.size()));
    }
    fit.films = static_cast<int>(values.size());
    fit.highest = quantile(values, 1.0);
    fit.limit = std::clamp(quantile(values, kGateQuantile), kSmallestGateLimit, kLargestGateLimit);
    fit.refused = static_cast<double>(std::ranges::count_if(
                      values, [&fit](double value) { return value > fit.limit; })) /
                  static_cast<double>(values.size());
    return fit;
}

} // namespace nefes::ml
