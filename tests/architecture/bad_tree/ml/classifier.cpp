// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/networks.h"

#include <torch/torch.h>
