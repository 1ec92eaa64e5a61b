import { Button, ButtonLink } from '../button.tsx'
import { DeadlineChip } from '../deadline-chip.tsx'
import { CopyButton, PrintButton } from '../page-tools.tsx'
import { GateMark, Stars } from '../star.tsx'
import { State } from '../state.tsx'
import { Swatches } from './swatches.tsx'

export function MarksSection() {
  return (
    <>
      <section>
        <h2 className="mb">Màu</h2>
        <Swatches />
      </section>
      <section className="stack">
        <h2>Chữ</h2>
        <p className="big-type">Ễ Ộ Ặ Ữ Ấ: dấu tiếng Việt không chạm dòng trên</p>
        <p>
          Cỡ chữ thường 16 đến 17 px, dòng 1,55. Quyết định số 26/2026/QĐ-TTg quy định hạn 15 ngày làm việc ở cấp xã; số liệu trong bảng
          dùng chữ số đều bề rộng.
        </p>
        <p className="hint">
          Chữ phụ 14 px. <span className="num">1.250.000 đồng · 12,5 điểm · 22/12/2029</span>
        </p>
      </section>
      <section className="stack">
        <h2>Nút, trạng thái, hạn, sao</h2>
        <div className="row">
          <Button type="button">Nộp hồ sơ</Button>
          <Button type="button" kind="quiet">
            Lưu nháp
          </Button>
          <Button type="button" kind="danger" icon="returned">
            Trả lại để bổ sung
          </Button>
          <ButtonLink href="#nut" kind="quiet" small icon="download">
            Tải Excel
          </ButtonLink>
          <PrintButton />
          <CopyButton text="38-16531-05-2026" />
        </div>
        <div className="row">
          <State kind="done">Đã xong</State>
          <State kind="part">Đang làm</State>
          <State kind="todo">Chưa làm</State>
          <State kind="back">Trả lại để bổ sung</State>
          <State kind="locked">Đã khóa</State>
          <State kind="late">Chậm</State>
          <State kind="stop">Đã thu hồi</State>
          <State kind="ended">Đã hết hạn</State>
          <State kind="info">Chờ ký</State>
          <State kind="back" boxed>
            Trả lại
          </State>
        </div>
        <div className="row">
          <DeadlineChip mood="calm">Còn 12 ngày làm việc</DeadlineChip>
          <DeadlineChip mood="soon">Còn 2 ngày làm việc</DeadlineChip>
          <DeadlineChip mood="late">Quá hạn 1 ngày làm việc</DeadlineChip>
          <DeadlineChip mood="paused">Chờ chủ thể bổ sung</DeadlineChip>
        </div>
        <div className="row">
          <Stars count={5} />
          <Stars count={4} />
          <Stars count={3} />
          <Stars count={4} was />
          <Stars count={0} />
          <GateMark stars={[4]} />
        </div>
      </section>
    </>
  )
}
