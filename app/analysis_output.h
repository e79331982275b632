// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "ml/classifier.h"

#include "app/analysis_files.h"

#include <optional>
#include <string>

namespace nefes::app {

/// What is known of a file after `nefes classify` has been at it.
struct ClassifiedFile {
    std::optional<Error> error;
    std::optional<ml::Analysis> analysis;
    std::optional<HeatmapPaths> heatmap;
    double decodeMs = 0.0;
};

/// Prints results as JSON lines, as CSV with a header, or as text in the language.
class AnalysisPrinter
{
public:
    /// `format` is "json", "csv" or "text". The model must outlive the printer.
    AnalysisPrinter(std::string format, std::string language, const ml::ModelDescription& model);

    void print(const std::string& path, const ClassifiedFile& file) const;

private:
    void printJson(const std::string& path, const ClassifiedFile& file) const;
    void printCsv(const std::string& path, const ClassifiedFile& file) const;
    void printText(const std::string& path, const ClassifiedFile& file) const;
    [[nodiscard]] const char* words(const char* english, const char* turkish) const;
    std::string m_format, m_language;
    const ml::ModelDescription& m_model;
};

} // namespace nefes::app
