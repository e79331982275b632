// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nefes::engine {

/// Keeps the memory of large CPU tensors for the next training step instead of handing it back to
/// the system, from now on in the whole process. malloc maps a block above 32 MiB anew each time,
/// and the page faults of that took half of a training's time. Any thread; the first call counts.
/// Where the address space cannot be reserved (a limit such as ulimit -v), nothing changes.
void keepTensorMemory();

} // namespace nefes::engine
