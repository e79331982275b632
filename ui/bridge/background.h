// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace nefes::ui {

/// Calls `deliver` on the UI thread, or not at all when `context` is gone by then. Any thread.
inline void postToContext(QPointer<QObject> context, std::function<void()> deliver)
{
    // The application object outlives every window, so it can be posted to; of what still runs at
    // the end of the program nobody wants to hear. The pointer is looked at on the UI thread only,
    // where its object is destroyed as well.
    QCoreApplication* const application = QCoreApplication::instance();
    if (application == nullptr) {
        return;
    }
    QMetaObject::invokeMethod(
        application,
        [context = std::move(context), deliver = std::move(deliver)] {
            if (context) {
                deliver();
            }
        },
        Qt::QueuedConnection);
}

/// Runs `work()` on the pool and then `done(answer)` on the UI thread while `context` lives.
template <class Work, class Done>
void runInBackground(QThreadPool& pool, QObject* context, Work work, Done done, int priority = 0)
{
    using Answer = std::invoke_result_t<Work&>;
    pool.start(
        [guard = QPointer<QObject>(context), work = std::move(work),
         done = std::move(done)]() mutable {
            auto answer = std::make_shared<Answer>(work());
            postToContext(std::move(guard),
                          [answer, done = std::move(done)]() mutable { done(std::move(*answer)); });
        },
        priority);
}

/// A kind of work of which only the newest counts: starting again stops what runs and drops its
/// answer. A member of its context; UI thread only.
class LatestTask
{
public:
    LatestTask(QThreadPool& pool, QObject* context)
        : m_pool(pool)
        , m_context(context)
    {
    }
    ~LatestTask() { m_stop.request_stop(); }
    LatestTask(const LatestTask&) = delete;
    LatestTask& operator=(const LatestTask&) = delete;

    /// `work(std::stop_token)` on the pool, `done(answer)` on the UI thread.
    template <class Work, class Done>
    void start(Work work, Done done, int priority = 0)
    {
        cancel();
        m_isRunning = true;
        m_stop = std::stop_source();
        runInBackground(
            m_pool, m_context,
            [work = std::move(work), token = m_stop.get_token()]() mutable { return work(token); },
            [this, request = m_request, done = std::move(done)](auto&& answer) mutable {
                if (request == m_request) {
                    m_isRunning = false;
                    done(std::forward<decltype(answer)>(answer));
                }
            },
            priority);
    }
    void cancel()
    {
        m_stop.request_stop();
        ++m_request;
        m_isRunning = false;
    }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    QThreadPool& m_pool;
    QObject* m_context;
    std::stop_source m_stop;
    std::uint64_t m_request = 0;
    bool m_isRunning = false;
};

} // namespace nefes::ui
