// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/compat_p.h"
#include "ml/torch/memory_pool_p.h"

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>
#include <sys/mman.h>
#include <unistd.h>

#include <mutex>

namespace nefes::engine {
namespace {

/// Smaller tensors stay with LibTorch's allocator.
constexpr std::size_t kSmallest = std::size_t{1} << 20;
/// Blocks begin at multiples of this: vector loads, and no cache line of two blocks.
constexpr std::size_t kAlignment = 256;
/// A huge page: the pool grows by these.
constexpr std::size_t kGrowth = std::size_t{2} << 20;

/// Address space beyond the machine's memory is of no use.
std::size_t physicalMemory()
{
    return static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// One range of addresses; each block comes from the lowest gap that holds it, so that the pages
/// ever touched stay near the largest sum of living blocks (a training step repeats its sizes).
class MemoryPool
{
public:
    explicit MemoryPool(std::size_t size)
    {
        void* range =
            ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (range != MAP_FAILED) {
            ::madvise(range, size, MADV_HUGEPAGE); // a wish
            m_base = static_cast<char*>(range);
            m_size = size;
            m_gaps.emplace(0, size);
        }
    }

    [[nodiscard]] bool isUsable() const { return m_base != nullptr; }

    [[nodiscard]] bool owns(const void* block) const
    {
        const auto address = reinterpret_cast<std::uintptr_t>(block);
        const auto base = reinterpret_cast<std::uintptr_t>(m_base);
        return address >= base && address < base + m_size;
    }

    /// Null where no gap is large enough.
    [[nodiscard]] void* take(std::size_t bytes)
    {
        const std::size_t size = (bytes + kAlignment - 1) / kAlignment * kAlignment;
        const std::scoped_lock lock(m_mutex);
        for (auto gap = m_gaps.begin(); gap != m_gaps.end(); ++gap) {
            const auto [start, length] = *gap;
            if (length < size) {
                continue;
            }
            if (!mayReach(start + size)) {
                return nullptr;
            }
            m_gaps.erase(gap);
            if (length > size) {
                m_gaps.emplace(start + size, length - size);
            }
            m_blocks.emplace(start, size);
            return m_base + start;
        }
        return nullptr;
    }

    void giveBack(void* block)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found =
            m_blocks.find(static_cast<std::size_t>(static_cast<char*>(block) - m_base));
        auto [start, size] = *found;
        m_blocks.erase(found);
        auto next = m_gaps.lower_bound(start);
        if (next != m_gaps.end() && start + size == next->first) {
            size += next->second;
            next = m_gaps.erase(next);
        }
        if (next != m_gaps.begin()) {
            const auto before = std::prev(next);
            if (before->first + before->second == start) {
                before->second += size;
                return;
            }
        }
        m_gaps.emplace_hint(next, start, size);
    }

private:
    /// Addresses are reserved whole, memory is asked for as it is needed: a limit of the process
    /// (RLIMIT_DATA) or of the system holds as it does for malloc.
    [[nodiscard]] bool mayReach(std::size_t end)
    {
        if (end <= m_reached) {
            return true;
        }
        const std::size_t wanted = std::min(m_size, (end + kGrowth - 1) / kGrowth * kGrowth);
        if (::mprotect(m_base + m_reached, wanted - m_reached, PROT_READ | PROT_WRITE) != 0) {
            return false;
        }
        m_reached = wanted;
        return true;
    }

    std::mutex m_mutex;
    std::size_t m_reached = 0; // bytes from the start that may be used
    char* m_base = nullptr;
    std::size_t m_size = 0;
    std::map<std::size_t, std::size_t> m_gaps;   // offset → length
    std::map<std::size_t, std::size_t> m_blocks; // offset → length
};

/// Lives as long as the process: tensors may outlive everything else.
MemoryPool* thePool = nullptr;
c10::Allocator* thePlainAllocator = nullptr;

void release(void* block)
{
    if (block == nullptr) {
        return;
    }
    if (thePool->owns(block)) {
        thePool->giveBack(block);
    } else {
        thePlainAllocator->raw_deallocate(block);
    }
}

class PoolAllocator final : public compat::Allocator
{
public:
    [[nodiscard]] c10::DeleterFnPtr raw_deleter() const override { return &release; }

private:
    [[nodiscard]] c10::DataPtr take(std::size_t bytes) const override
    {
        if (bytes < kSmallest) {
            return wrap(thePlainAllocator->raw_allocate(bytes));
        }
        void* block = thePool->take(bytes);
        TORCH_CHECK_WITH(OutOfMemoryError, block != nullptr, "not enough memory: ", bytes,
                         " bytes for one tensor");
        return wrap(block);
    }

    [[nodiscard]] static c10::DataPtr wrap(void* block)
    {
        return {block, block, &release, c10::Device(c10::DeviceType::CPU)};
    }
};

} // namespace

void keepTensorMemory()
{
    static const bool isDone = [] {
        auto pool = std::make_unique<MemoryPool>(physicalMemory());
        if (!pool->isUsable()) {
            return false;
        }
        thePool = pool.release();
        thePlainAllocator = c10::GetCPUAllocator();
        c10::SetCPUAllocator(new PoolAllocator, 1);
        return true;
    }();
    static_cast<void>(isDone);
}

} // namespace nefes::engine
