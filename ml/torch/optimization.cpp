// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/compat_p.h"
#include "ml/torch/optimization_p.h"

#include <fmt/format.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim.h>

#include <numbers>

namespace nefes::engine {
namespace {

using torch::optim::Optimizer;

std::unique_ptr<Optimizer> makeOptimizer(const ml::OptimizerSettings& settings,
                                         std::vector<torch::Tensor> parameters)
{
    const double rate = settings.learningRate;
    if (settings.type == "adamw") {
        return std::make_unique<torch::optim::AdamW>(
            std::move(parameters),
            torch::optim::AdamWOptions(rate).weight_decay(settings.weightDecay));
    }
    if (settings.type == "rmsprop") {
        return std::make_unique<torch::optim::RMSprop>(std::move(parameters),
                                                       torch::optim::RMSpropOptions(rate)
                                                           .weight_decay(settings.weightDecay)
                                                           .momentum(settings.momentum));
    }
    if (settings.type == "sgd") {
        return std::make_unique<torch::optim::SGD>(std::move(parameters),
                                                   torch::optim::SGDOptions(rate)
                                                       .weight_decay(settings.weightDecay)
                                                       .momentum(settings.momentum));
    }
    return std::make_unique<torch::optim::Adam>(
        std::move(parameters), torch::optim::AdamOptions(rate).weight_decay(settings.weightDecay));
}

/// One optimiser's memory of one parameter, as named tensors.
using Parts = std::map<std::string, torch::Tensor>;

template <class State>
void addMoments(const State& state, Parts& parts)
{
    parts["step"] = torch::tensor(state.step(), torch::kInt64);
    parts["exp_avg"] = state.exp_avg();
    parts["exp_avg_sq"] = state.exp_avg_sq();
}

template <class State>
std::unique_ptr<torch::optim::OptimizerParamState> momentsFrom(const Parts& parts)
{
    auto state = std::make_unique<State>();
    state->step(parts.at("step").template item<std::int64_t>());
    state->exp_avg(parts.at("exp_avg"));
    state->exp_avg_sq(parts.at("exp_avg_sq"));
    return state;
}

Parts partsOf(const std::string& type, const torch::optim::OptimizerParamState& state)
{
    Parts parts;
    if (type == "adam") {
        addMoments(dynamic_cast<const torch::optim::AdamParamState&>(state), parts);
    } else if (type == "adamw") {
        addMoments(dynamic_cast<const torch::optim::AdamWParamState&>(state), parts);
    } else if (type == "rmsprop") {
        const auto& own = dynamic_cast<const torch::optim::RMSpropParamState&>(state);
        parts["step"] = torch::tensor(own.step(), torch::kInt64);
        parts["square_avg"] = own.square_avg();
        parts["momentum_buffer"] = own.momentum_buffer();
    } else {
        const auto& own = dynamic_cast<const torch::optim::SGDParamState&>(state);
        parts["momentum_buffer"] = own.momentum_buffer();
    }
    std::erase_if(parts, [](const auto& part) { return !part.second.defined(); });
    return parts;
}

std::unique_ptr<torch::optim::OptimizerParamState> stateFrom(const std::string& type,
                                                             const Parts& parts)
{
    if (type == "adam") {
        return momentsFrom<torch::optim::AdamParamState>(parts);
    }
    if (type == "adamw") {
        return momentsFrom<torch::optim::AdamWParamState>(parts);
    }
    if (type == "rmsprop") {
        auto state = std::make_unique<torch::optim::RMSpropParamState>();
        state->step(parts.at("step").item<std::int64_t>());
        state->square_avg(parts.at("square_avg"));
        if (parts.contains("momentum_buffer")) {
            state->momentum_buffer(parts.at("momentum_buffer"));
        }
        return state;
    }
    auto state = std::make_unique<torch::optim::SGDParamState>();
    state->momentum_buffer(parts.at("momentum_buffer"));
    return state;
}

std::string partPrefix(const std::string& parameter)
{
    return "optimizer." + parameter + "/";
}

} // namespace

Optimization::Optimization(const ml::OptimizerSettings& settings, const NamedTensors& parameters)
    : m_type(settings.type)
{
    std::vector<torch::Tensor> list;
    for (const auto& [name, parameter] : parameters) {
        if (parameter.requires_grad()) {
            m_parameters.emplace(name, parameter);
            list.push_back(parameter);
        }
    }
    m_optimizer = makeOptimizer(settings, std::move(list));
}

void Optimization::setLearningRate(double rate)
{
    for (auto& group : m_optimizer->param_groups()) {
        group.options().set_lr(rate);
    }
}

void Optimization::clearGradients()
{
    for (const auto& [name, parameter] : m_parameters) {
        parameter.mutable_grad() = torch::Tensor();
    }
}

void Optimization::step()
{
    m_optimizer->step();
}

void Optimization::clipGradients(double largestNorm)
{
    std::vector<torch::Tensor> list;
    for (const auto& [name, parameter] : m_parameters) {
        list.push_back(parameter);
    }
    static_cast<void>(torch::nn::utils::clip_grad_norm_(list, largestNorm));
}

NamedTensors Optimization::state() const
{
    NamedTensors tensors;
    for (const auto& [name, parameter] : m_parameters) {
        const auto& state = compat::stateOf(m_optimizer->state(), parameter);
        if (!state) {
            continue;
        }
        for (const auto& [part, tensor] : partsOf(m_type, *state)) {
            tensors.emplace(partPrefix(name) + part, tensor);
        }
    }
    return tensors;
}

Result<void> Optimization::restore(const NamedTensors& state)
{
    for (const auto& [name, parameter] : m_parameters) {
        const std::string prefix = partPrefix(name);
        Parts parts;
        for (auto it = state.lower_bound(prefix);
             it != state.end() && it->first.starts_with(prefix); ++it) {
            const torch::Tensor& tensor = it->second;
            const bool isCounter = tensor.dim() == 0;
            if (!isCounter && tensor.sizes() != parameter.sizes()) {
                return fail(ErrorCode::CheckpointMismatch,
                            fmt::format("{} has another shape", it->first));
            }
            // The same memory order as the parameter: sums run in the same order again.
            parts[it->first.substr(prefix.size())] =
                isCounter ? tensor : torch::empty_like(parameter).detach().copy_(tensor);
        }
        if (parts.empty()) {
            continue; // plain SGD remembers nothing
        }
        compat::stateOf(m_optimizer->state(), parameter) = stateFrom(m_type, parts);
    }
    return {};
}

LearningRate::LearningRate(const ml::TrainingRecipe& recipe, int stepsPerEpoch)
    : m_settings(recipe.schedule)
    , m_base(recipe.optimizer.learningRate)
    , m_steps(std::int64_t{recipe.epochs} * stepsPerEpoch)
    , m_warmupSteps(std::int64_t{recipe.schedule.warmupEpochs} * stepsPerEpoch)
{
}

double LearningRate::at(std::int64_t step) const
{
    const auto between = [](double from, double to, double share) {
        return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * share));
    };
    if (m_settings.type == "one_cycle") {
        // Smith and Topin, 2017, with the numbers of torch.optim.lr_scheduler.OneCycleLR.
        const double start = m_base / 25.0;
        const double rise = 0.3 * static_cast<double>(m_steps);
        const auto now = static_cast<double>(step);
        return now < rise
                   ? between(start, m_base, now / rise)
                   : between(m_base, start / 1e4,
                             (now - rise) / std::max(1.0, static_cast<double>(m_steps) - rise));
    }
    if (step < m_warmupSteps) {
        return m_base * static_cast<double>(step + 1) / static_cast<double>(m_warmupSteps);
    }
    if (m_settings.type == "cosine") {
        // Loshchilov and Hutter, ICLR 2017, one period.
        const auto total = static_cast<double>(std::max<std::int64_t>(1, m_steps - m_warmupSteps));
        return between(m_base, m_settings.minimumRate,
                       static_cast<double>(step - m_warmupSteps) / total);
    }
    if (m_settings.type == "plateau") {
        return std::max(std::min(m_base, m_settings.minimumRate), m_base * m_plateau.factor);
    }
    return m_base;
}

bool LearningRate::epochEnded(double validationLoss)
{
    if (m_settings.type != "plateau") {
        return false;
    }
    if (validationLoss < m_plateau.bestLoss) {
        m_plateau.bestLoss = validationLoss;
        m_plateau.waited = 0;
        return false;
    }
    if (++m_plateau.waited <= m_settings.patience) {
        return false;
    }
    m_plateau.waited = 0;
    const bool isAtEnd = m_base * m_plateau.factor <= m_settings.minimumRate;
    m_plateau.factor *= m_settings.factor;
    return !isAtEnd;
}

} // namespace nefes::engine
