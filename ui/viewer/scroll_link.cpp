// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/scroll_link.h"

#include "core/base/known.h"

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

/// Cosine of 2.5°: what is tilted more is another plane.
constexpr double kParallel = 0.999;

bool hasPlaces(const study::Series& series)
{
    return series.files.size() > 1 &&
           std::ranges::all_of(series.files, [](const FileSummary& file) {
               return file.slice && std::isfinite(file.slice->positionMm) && file.frameCount <= 1;
           });
}

/// Of a series that hasPlaces().
const SlicePlacement& placeOf(const FileSummary& file)
{
    return known(file.slice);
}

double cosine(const SlicePlacement& a, const SlicePlacement& b)
{
    double sum = 0.0;
    for (std::size_t axis = 0; axis < a.normal.size(); ++axis) {
        sum += a.normal[axis] * b.normal[axis];
    }
    return sum;
}

} // namespace

ScrollLink scrollLink(const study::Series& leader, const study::Series& follower, bool isSameStudy)
{
    if (!hasPlaces(leader) || !hasPlaces(follower) ||
        !(std::abs(cosine(placeOf(leader.files.front()), placeOf(follower.files.front()))) >=
          kParallel)) {
        return ScrollLink::Steps;
    }
    return isSameStudy ? ScrollLink::Position : ScrollLink::Distance;
}

std::size_t nearestSlice(const study::Series& series, double positionMm)
{
    const auto nearest =
        std::ranges::min_element(series.files, {}, [positionMm](const FileSummary& file) {
            return std::abs(placeOf(file).positionMm - positionMm);
        });
    return static_cast<std::size_t>(nearest - series.files.begin());
}

std::optional<std::size_t> ScrollFollower::follow(const study::Series& leader, std::size_t before,
                                                  std::size_t after, const study::Series& follower,
                                                  std::size_t shown, bool isSameStudy)
{
    const ScrollLink link = scrollLink(leader, follower, isSameStudy);
    if (link == ScrollLink::Steps || before >= leader.files.size() ||
        after >= leader.files.size() || shown >= follower.files.size()) {
        m_last.reset();
        return std::nullopt;
    }
    // The normal of the follower may point the other way.
    const bool isOpposite =
        cosine(placeOf(leader.files.front()), placeOf(follower.files.front())) < 0.0;
    const auto positionOf = [&](std::size_t index) {
        const double place = placeOf(leader.files[index]).positionMm;
        return isOpposite ? -place : place;
    };
    Pair pair{.leader = leader.files.front().path,
              .follower = follower.files.front().path,
              .leaderIndex = after,
              .followerIndex = 0,
              .offsetMm = 0.0};
    if (link == ScrollLink::Distance) {
        const bool goesOn = m_last && m_last->leader == pair.leader &&
                            m_last->follower == pair.follower && m_last->leaderIndex == before &&
                            m_last->followerIndex == shown;
        pair.offsetMm = goesOn ? m_last->offsetMm
                               : placeOf(follower.files[shown]).positionMm - positionOf(before);
    }
    pair.followerIndex = nearestSlice(follower, positionOf(after) + pair.offsetMm);
    m_last = std::move(pair);
    return m_last->followerIndex;
}

} // namespace nefes::ui
