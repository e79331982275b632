// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/input_specification.h"
#include "ml/network_specification.h"

#include "ui/wizard/section.h"

#include <QByteArray>

class QLabel;
class QPushButton;
class QThreadPool;

namespace nefes::ui {

class DiagramView;

/// The network drawn layer by layer, to be saved as a drawing or a picture. UI thread.
class DiagramPanel final : public Section
{
    Q_OBJECT

public:
    explicit DiagramPanel(QThreadPool& pool, QWidget* parent = nullptr);
    /// A network whose layers do not fit is not drawn.
    void setNetwork(const ml::NetworkSpecification& network, const ml::InputSpecification& input,
                    int outputs);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QByteArray drawn(int width) const;
    void exportDiagram(const char* format);
    void showDiagram();
    void retranslate();

    QThreadPool& m_pool;
    ml::NetworkSpecification m_network;
    ml::InputSpecification m_input;
    int m_outputs = 1;
    DiagramView* m_diagram;
    QPushButton* m_saveSvg;
    QPushButton* m_savePng;
    QLabel* m_saved;
};

} // namespace nefes::ui
