// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_tree.h"

#include <cstddef>
#include <optional>

namespace nefes::ui {

/// What a linked viewport does when the other one scrolls.
enum class ScrollLink {
    Steps,    ///< as many images
    Position, ///< to the slice at the same place: both lie in the same frame of reference
    Distance, ///< as many millimetres: the patient lay anew between two studies
};

/// Slices that lie in parallel are linked by place, everything else by steps. Series of one study
/// are taken to share a frame of reference.
[[nodiscard]] ScrollLink scrollLink(const study::Series& leader, const study::Series& follower,
                                    bool isSameStudy);

/// The slice whose centre lies nearest. REQUIRES: every file has a place.
[[nodiscard]] std::size_t nearestSlice(const study::Series& series, double positionMm);

/// Leads one viewport by the place of another. Keeps the distance between the two, so that thin
/// slices move thick ones without rounding away their steps.
class ScrollFollower
{
public:
    /// The slice to show after the leader went from `before` to `after`; nothing when the two are
    /// linked by steps. `shown` is the slice of the follower until now.
    [[nodiscard]] std::optional<std::size_t> follow(const study::Series& leader, std::size_t before,
                                                    std::size_t after,
                                                    const study::Series& follower,
                                                    std::size_t shown, bool isSameStudy);

private:
    struct Pair {
        std::filesystem::path leader, follower; ///< first files of the two series
        std::size_t leaderIndex = 0;
        std::size_t followerIndex = 0;
        double offsetMm = 0.0; ///< place of the follower less that of the leader
    };
    std::optional<Pair> m_last;
};

} // namespace nefes::ui
