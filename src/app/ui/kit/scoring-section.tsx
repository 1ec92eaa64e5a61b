import { Blockers } from '../blockers.tsx'
import { EvidenceList, EvidenceTile } from '../evidence-tile.tsx'
import { DeadlineChip } from '../deadline-chip.tsx'
import { Form } from '../form.tsx'
import { OptionCards } from '../option-cards.tsx'
import { PointsBar } from '../points-bar.tsx'
import { ProofPanel } from '../proof-panel.tsx'
import { ScoreMatrix } from '../score-matrix.tsx'
import { SegmentedScore } from '../segmented-score.tsx'
import { SpreadPlot } from '../spread-plot.tsx'
import { StatusBar } from '../status-bar.tsx'
import { SavedMark } from '../saved-mark.tsx'
import { Button } from '../button.tsx'
import { Panel } from '../panel.tsx'
import { Steps } from '../steps.tsx'
import { TextArea } from '../text-area.tsx'

const trademark =
  'Các nhãn hiệu trên bao bì, nhãn sản phẩm có Giấy chứng nhận đăng ký nhãn hiệu, và sản phẩm dùng dấu hiệu chỉ dẫn nguồn gốc địa lý gắn với cộng đồng địa phương'

const options = [
  {
    value: '0',
    text: 'Chưa đạt mức nào dưới đây',
    points: 0,
    effect: 'Tổng sẽ còn 65 điểm. Không đạt 3 sao vì tiêu chí này cần ít nhất 1 điểm.',
  },
  {
    value: '1',
    text: 'Đơn đăng ký nhãn hiệu đã qua thẩm định hình thức, được cơ quan có thẩm quyền chấp nhận hoặc công bố',
    points: 1,
    gateFor: [3],
    effect: 'Tổng là 66 điểm, đủ 3 sao. Muốn lên 4 sao, tiêu chí này cần 2 điểm.',
  },
  { value: '2', text: trademark, points: 2, gateFor: [4], effect: 'Tổng sẽ là 67 điểm. Tiêu chí này đạt yêu cầu 4 sao.' },
  { value: '3', text: `${trademark}, và có Bằng độc quyền kiểu dáng công nghiệp, hoặc Bằng sáng chế`, points: 3 },
]

const thresholds = [
  { stars: 2, points: 30 },
  { stars: 3, points: 50 },
  { stars: 4, points: 70 },
  { stars: 5, points: 90 },
]

const members = ['Khải', 'Thu', 'Lâm', 'Ngân', 'Phúc', 'Yến', 'Dũng'].map((short) => ({
  id: short,
  short,
  full: `${short}, ủy viên Hội đồng`,
}))
const totals = [71, 74, 66, 72, 70, 78, 68]

export function ScoringSection() {
  return (
    <>
      <section className="stack">
        <h2>Trang tiêu chí</h2>
        <div className="cols cols-2">
          <Form id="tieu-chi" action="/kit">
            <OptionCards name="c35" legend="Chọn mức của tiêu chí 3.5" options={options} chosen="1" />
            <EvidenceList>
              <EvidenceTile
                title="Quyết định chấp nhận đơn hợp lệ"
                number="Số 31846/QĐ-SHTT · 18/06/2025"
                note="Cục Sở hữu trí tuệ · không ghi thời hạn"
                state={{ kind: 'done', text: 'Đủ cho mức 1 điểm' }}
                actions={[
                  { href: '#xem', label: 'Xem' },
                  { href: '#thay', label: 'Thay tệp' },
                ]}
              />
              <EvidenceTile
                title="Văn bản cho phép dùng nhãn hiệu chứng nhận"
                number="Số 112/UBND-KT · 30/11/2023"
                expiry={<DeadlineChip mood="soon">Hết hạn 30/11/2026, còn 67 ngày</DeadlineChip>}
              />
              <EvidenceTile
                title="Giấy chứng nhận đăng ký nhãn hiệu"
                note="Cần nếu chọn mức 2 điểm"
                state={{ kind: 'todo', text: 'Chưa có' }}
                missing
              />
            </EvidenceList>
          </Form>
          <div className="stack">
            <PointsBar
              title="Điểm tự đánh giá"
              points={66}
              thresholds={thresholds}
              stars={3}
              aim={4}
              parts={[
                { label: 'A. Sản phẩm và sức mạnh của cộng đồng', points: 27, max: 40 },
                { label: 'B. Khả năng tiếp thị', points: 16, max: 25 },
                { label: 'C. Chất lượng sản phẩm', points: 23, max: 35 },
              ]}
            >
              <p className="hint">Kết quả chính thức do Hội đồng quyết định.</p>
            </PointsBar>
            <Blockers
              title="Còn thiếu gì để lên 4 sao"
              summary="4 điểm và 3 yêu cầu tối thiểu"
              lead="Đạt cả ba yêu cầu dưới đây là vừa đủ 70 điểm."
              gates={[
                { code: '2.3', text: 'Phong cách, ghi nhãn: đang 2, cần 3 điểm', href: '#23' },
                { code: '3.5', text: 'Sở hữu trí tuệ: đang 1, cần 2 điểm (tiêu chí này)', href: '#35', here: true },
              ]}
              cheapTitle="Điểm dễ thêm để phòng khi Hội đồng chấm thấp hơn"
              cheap={[{ code: '2.4', text: 'Ghi nhãn song ngữ: thêm 1 điểm', href: '#24' }]}
            />
          </div>
        </div>
      </section>
      <section className="stack">
        <h2>Phiếu chấm</h2>
        <Form id="phieu" action="/kit" autosave version={7} className="pane">
          <SegmentedScore
            name="c1_1"
            code="1.1"
            label="Nguồn nguyên liệu"
            maxPoints={5}
            chosen="3"
            segments={[
              { value: '0', points: 0 },
              { value: '1', points: 1, gateFor: [3] },
              { value: '3', points: 3, self: true },
              { value: '5', points: 5, gateFor: [5] },
            ]}
          />
          <SegmentedScore
            name="c1_2"
            code="1.2"
            label="Gia tăng giá trị"
            maxPoints={3}
            segments={[0, 1, 2, 3].map((points) => ({ value: String(points), points, self: points === 2 }))}
          />
          <section className="score-now" data-score="5.3" data-score-current="">
            <div className="row between">
              <h3>
                <span className="num quiet">5.3</span> Trí tuệ, bản sắc địa phương
              </h3>
              <span className="hint">
                tối đa <b className="num">5 điểm</b>
              </span>
            </div>
            <OptionCards
              name="c53"
              legend="Chọn mức tiêu chí 5.3"
              keys
              options={options.slice(0, 3).map(({ effect: _effect, ...option }) => option)}
            />
            <TextArea name="n53" label="Nhận xét" hint="Cần khi khác mức tự chấm" rows={2} />
          </section>
        </Form>
        <StatusBar figure="44" text={<>điểm, đã chấm 20/31</>} saved={<SavedMark formId="phieu">Đã lưu 15:20:04</SavedMark>} keys>
          <Button small form="phieu">
            Kiểm tra và hoàn tất
          </Button>
        </StatusBar>
      </section>
      <section className="stack">
        <h2>Đóng chấm điểm</h2>
        <Steps
          label="Các bước"
          steps={[
            { label: 'Đủ phiếu 7/7', state: 'done' },
            { label: 'Thống nhất chênh lệch', state: 'late', current: true },
            { label: 'Chốt kết quả', state: 'todo' },
          ]}
        />
        <Panel title="Chênh lệch" className="stack">
          <SpreadPlot
            label="Tổng điểm của 7 phiếu từ 66 đến 78, chênh 12, vượt 2"
            limit={10}
            limitText="cho phép 10 điểm"
            totals={members.map((member, index) => ({ name: member.short, points: totals[index] ?? 0 }))}
          />
        </Panel>
        <ProofPanel
          title="Vì sao là 4 sao, chưa phải 5 sao"
          hint="Tính trên phiếu hiện có; chỉ có giá trị sau khi chốt."
          stars={4}
          lines={[
            {
              met: true,
              title: 'Điểm trung bình 71,29, từ 70 điểm trở lên',
              note: '499/7 = 71,2857…; so sánh bằng phân số trước khi làm tròn',
            },
            {
              met: true,
              title: 'Yêu cầu tối thiểu của 4 sao: đạt 3/3 tiêu chí',
              gates: ['1.4', '1.5', '2.1'].map((code) => ({ code, met: true })),
            },
            {
              met: false,
              title: '5 sao: thiếu 18,71 điểm và 2 tiêu chí chưa đạt yêu cầu tối thiểu',
              gates: [
                { code: '1.4', met: false },
                { code: '6.3', met: false, votes: '1/7' },
              ],
            },
          ]}
          foot="Mã kiểm chứng của 7 phiếu: SHA-256 4f1c 09be … 77a2 e310."
        />
        <ScoreMatrix
          caption="Điểm từng tiêu chí theo thành viên"
          members={members}
          labels={{ criterion: 'Tiêu chí', mean: 'Trung bình' }}
          rows={[
            { label: 'Phần B. Khả năng tiếp thị (25)', kind: 'part', points: [17, 17, 15, 17, 16, 19, 16], mean: '16,71' },
            { code: '5.2', label: 'Cấu trúc câu chuyện', points: [1, 1, 1, 1, 1, 1, 0], mean: '0,86' },
            {
              code: '5.3',
              label: 'Trí tuệ, bản sắc địa phương',
              kind: 'driver',
              points: [3, 3, 1, 3, 3, 5, 3],
              mean: '3,00',
              low: 2,
              high: 5,
            },
          ]}
          total={{ label: 'Tổng điểm', points: totals, mean: '71,29' }}
        />
      </section>
    </>
  )
}
