// SPDX-License-Identifier: GPL-3.0-or-later
#include <dcmtk/dcmdata/dctk.h>
