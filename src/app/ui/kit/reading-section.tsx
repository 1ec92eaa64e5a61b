import { CertificateCard } from '../certificate-card.tsx'
import { Compare } from '../compare.tsx'
import { Disclose } from '../disclose.tsx'
import { Facts } from '../facts.tsx'
import { Panel } from '../panel.tsx'
import { QrPanel } from '../qr-panel.tsx'
import { Timeline } from '../timeline.tsx'
import { Verdict } from '../verdict.tsx'

const modules = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => (x * 7 + y * 3 + x * y) % 3 === 0))

export function ReadingSection() {
  return (
    <>
      <section className="stack">
        <h2>Kết quả kiểm tra: bốn trạng thái</h2>
        <div className="cols cols-2">
          <Verdict kind="valid" label="Ví dụ: đang có hiệu lực" word="Đang có hiệu lực" detail="đến hết ngày 22/12/2029" />
          <Verdict kind="ended" label="Ví dụ: đã hết hạn" word="Đã hết hạn" detail="từ ngày 30/10/2026" />
          <Verdict kind="withdrawn" label="Ví dụ: đã thu hồi" word="Đã thu hồi" detail="ngày 18/01/2027, Quyết định số 212/QĐ-UBND" />
          <Verdict kind="unknown" label="Ví dụ: không có mã này" word="Không có mã này" detail="Sổ của tỉnh không có mã 38-16531-99-2026" />
        </div>
      </section>
      <section className="stack">
        <h2>So sánh cũ, mới</h2>
        <Compare
          before={{
            title: 'Nộp ngày 30/09/2026',
            content: (
              <p>
                Nhãn ghi: <del>Nước mắm cốt Vạn Triều</del>, chai 500 ml.
              </p>
            ),
          }}
          after={{
            title: 'Nộp bổ sung ngày 12/10/2026',
            content: (
              <p>
                Nhãn ghi: <ins>Nước mắm cốt nhĩ Vạn Triều</ins>, chai 500 ml.
              </p>
            ),
          }}
        />
      </section>
      <section className="stack">
        <h2>Đọc: danh sách tóm tắt, diễn biến, giấy chứng nhận</h2>
        <div className="cols cols-2">
          <div className="stack">
            <Facts
              facts={[
                { label: 'Chủ thể', value: 'Hợp tác xã Nước mắm Vạn Triều', action: { href: '#sua', label: 'Sửa' } },
                {
                  label: 'Nơi sản xuất',
                  value: 'Phường Sầm Sơn, tỉnh Thanh Hóa',
                  note: 'Trước ngày 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn',
                },
                { label: 'Mã số sản phẩm', value: <span className="code">38-16531-05-2026</span> },
              ]}
            />
            <Disclose summary="Nguyên văn và giải thích">
              <p>Sản phẩm đã được Nhà nước bảo hộ chỉ dẫn địa lý thì phải có văn bản ghi nhận quyền sử dụng.</p>
            </Disclose>
            <CertificateCard
              product="Nước mắm cốt nhĩ Vạn Triều"
              href="#giay"
              stars={4}
              code="38-16531-05-2026"
              status="valid"
              statusText="Đang có hiệu lực đến 22/12/2029"
            />
            <CertificateCard
              product="Nước mắm Hải Nguyệt"
              stars={4}
              code="38-407-16621-02-2023"
              status="ended"
              statusText="Hết hạn từ 30/10/2026"
            />
            <CertificateCard
              product="Chả mực Sóng Vàng"
              stars={3}
              code="38-16531-07-2025"
              status="withdrawn"
              statusText="Đã thu hồi ngày 18/01/2027"
            />
          </div>
          <div className="stack">
            <Panel title="Hồ sơ đang ở đâu" small>
              <Timeline
                events={[
                  { title: 'Nộp hồ sơ', date: '30/09/2026', dateTime: '2026-09-30' },
                  { title: 'Phường kiểm tra: trả lại để bổ sung', date: '08/10/2026', dateTime: '2026-10-08', when: 'now', state: 'back' },
                  { title: 'Hội đồng tỉnh đánh giá', note: 'đợt 2, trước 30/12/2026', when: 'todo' },
                ]}
              />
            </Panel>
            <QrPanel modules={modules} label="Mã QR của trang này">
              <p>
                Địa chỉ đúng luôn bắt đầu bằng <b>ocop.example.vn</b>.
              </p>
            </QrPanel>
          </div>
        </div>
      </section>
    </>
  )
}
