// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/backend.h"
#include "ml/trainer.h"

#include <memory>

namespace nefes::engine {

[[nodiscard]] std::unique_ptr<ml::Trainer> createTorchTrainer(ml::DeviceChoice device);

} // namespace nefes::engine
