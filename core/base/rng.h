// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace nefes {

/// Seeded random numbers that are the same on every platform and library version
/// (xoshiro256**, seeded by splitmix64: Blackman and Vigna, ACM TOMS 47, 2021). One thread each.
class Rng
{
public:
    using State = std::array<std::uint64_t, 4>;

    explicit Rng(std::uint64_t seed)
    {
        for (std::uint64_t& word : m_state) {
            seed += 0x9e3779b97f4a7c15ULL;
            std::uint64_t mixed = seed;
            mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
            mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
            word = mixed ^ (mixed >> 31U);
        }
    }

    [[nodiscard]] std::uint64_t next()
    {
        const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    /// Uniform in [0, 1).
    [[nodiscard]] double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in [0, bound); bound > 0. The bias is below 2^-40 for every bound used here.
    [[nodiscard]] std::size_t below(std::size_t bound)
    {
        return static_cast<std::size_t>(uniform() * static_cast<double>(bound));
    }

    template <class T>
    void shuffle(std::span<T> items)
    {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

    /// For a checkpoint: the generator goes on where it was.
    [[nodiscard]] const State& state() const { return m_state; }
    void restore(const State& state) { m_state = state; }

private:
    [[nodiscard]] static std::uint64_t rotate(std::uint64_t value, unsigned bits)
    {
        return (value << bits) | (value >> (64U - bits));
    }
    State m_state = {};
};

} // namespace nefes
