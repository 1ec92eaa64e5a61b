import { Button } from '../button.tsx'
import { CheckBox, Checks, Radios, Select } from '../choices.tsx'
import { DonePanel } from '../done-panel.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ButtonLink } from '../button.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { DateField, Field, MoneyField } from '../field.tsx'
import { FileField } from '../file-field.tsx'
import { Form } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { SaveBar } from '../save-bar.tsx'
import { TextArea } from '../text-area.tsx'

const refusal = {
  summary: 'Chưa lưu được giấy tờ',
  next: 'Sửa các chỗ dưới đây rồi bấm lưu lại.',
  errors: {
    issuedOn: 'Ngày cấp: 31/02/2026 không có trong lịch',
    taxCode: 'Mã số thuế phải có 10 hoặc 13 chữ số',
    agree: 'Cần xác nhận cam kết',
  },
  values: { issuedOn: '31/02/2026', taxCode: '28019', kind: 'htx' },
}

export function FormsSection() {
  return (
    <>
      <section className="stack">
        <h2>Thông báo, lỗi, ô nhập</h2>
        <div className="cols cols-2">
          <div className="stack">
            <Notice>
              <p>Đợt 1 năm 2027 nhận đề nghị của xã, phường đến hết ngày 29/04/2027.</p>
            </Notice>
            <Notice kind="good" title="Đã lưu.">
              <p>Còn 2 mục phải bổ sung trước 21/10/2026.</p>
            </Notice>
            <Notice kind="warn" title="Giấy chứng nhận HACCP hết hạn ngày 14/01/2027.">
              <p>Hai hồ sơ đang dùng giấy này.</p>
            </Notice>
            <Notice kind="bad" title="Chưa chốt được kết quả.">
              <p>Chênh lệch 12 điểm, quá giới hạn 10 điểm (Quy chế Hội đồng, Điều 9 khoản 2).</p>
            </Notice>
            <EmptyState
              title="Chưa có giấy tờ nào trong kho"
              hint="Tải lên một lần, dùng lại cho mọi hồ sơ."
              action={
                <ButtonLink href="#kho" icon="camera">
                  Thêm giấy tờ đầu tiên
                </ButtonLink>
              }
            />
            <DonePanel title="Đã nộp hồ sơ">
              <p>
                Phiếu số <b className="num">05/PĐK-38-16531-2026</b>
              </p>
              <p className="next">
                Phường Sầm Sơn trả lời chậm nhất ngày <b className="num">21/10/2026</b>
              </p>
            </DonePanel>
          </div>
          <Form refusal={refusal} id="mau" action="/kit" upload version={7}>
            <ErrorSummary />
            <DateField name="issuedOn" label="Ngày cấp" />
            <Field
              name="taxCode"
              label="Mã số thuế"
              hint="10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc"
              inputMode="numeric"
              size="middle"
            />
            <MoneyField name="revenue" label="Doanh thu năm trước" optional />
            <Select name="commune" label="Xã, phường" choices={[{ value: '16531', label: 'Phường Sầm Sơn' }]} />
            <Radios
              name="kind"
              label="Loại hình"
              choices={[
                { value: 'htx', label: 'Hợp tác xã', hint: 'theo Luật Hợp tác xã' },
                { value: 'tht', label: 'Tổ hợp tác' },
                { value: 'hkd', label: 'Hộ kinh doanh' },
              ]}
            />
            <Checks
              name="packs"
              label="Quy cách"
              hint="Chọn mọi quy cách xin công nhận"
              choices={[
                { value: '250', label: 'Chai thủy tinh 250 ml', count: 3 },
                { value: '500', label: 'Chai thủy tinh 500 ml', count: 12 },
              ]}
              defaultValues={['500']}
            />
            <FileField name="photo" label="Ảnh bao bì" hint="Ảnh chụp rõ bốn góc, đến 20 MB" multiple resumable />
            <TextArea name="story" label="Mô tả thêm" optional defaultValue="Đơn nhãn hiệu nộp tháng 3/2025." />
            <CheckBox name="agree" label="Tôi cam kết nội dung đã khai là đúng và chịu trách nhiệm trước pháp luật." />
            <SaveBar now={<b>66 điểm</b>}>
              <Button>Lưu giấy tờ</Button>
            </SaveBar>
          </Form>
        </div>
      </section>
    </>
  )
}
