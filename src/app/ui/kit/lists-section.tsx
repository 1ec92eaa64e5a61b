import { Chart } from '../chart.tsx'
import { Select } from '../choices.tsx'
import { DeadlineChip } from '../deadline-chip.tsx'
import { Field } from '../field.tsx'
import { Applied, Filters, FiltersLink } from '../filters.tsx'
import { Checks } from '../choices.tsx'
import { Pager } from '../pager.tsx'
import { ProductCard } from '../product-card.tsx'
import { ReturnedItems } from '../returned-items.tsx'
import { SearchBox } from '../search-box.tsx'
import { Stars } from '../star.tsx'
import { State } from '../state.tsx'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { TaskList } from '../task-list.tsx'
import { TodoList } from '../todo-list.tsx'
import { Fold, Toolbar } from '../toolbar.tsx'

const inbox = [
  { id: '1', product: 'Chả cá thu Sóng Vàng', producer: 'Hộ kinh doanh Sóng Vàng', late: true, deadline: 'Quá hạn 1 ngày', files: '17/17' },
  { id: '2', product: 'Bánh đa vừng Bà Tích', producer: 'Hộ kinh doanh Bà Tích', late: false, deadline: 'Còn 4 ngày', files: '15/17' },
]

const years = ['2023', '2024', '2025', '2026']
const series = [
  { label: '3 sao', look: 'c1', values: [268, 352, 421, 472] },
  { label: '4 sao', look: 'c2', values: [79, 98, 117, 134] },
  { label: 'Lỡ hạn nộp', look: 'cw', values: [2, 30, 5, 6] },
] as const

export function ListsSection() {
  return (
    <>
      <section className="stack">
        <h2>Danh sách việc</h2>
        <div className="measure stack">
          <ReturnedItems
            title="Phường yêu cầu bổ sung 1 mục"
            lead="UBND phường Sầm Sơn trả lại ngày 08/10/2026."
            items={[
              {
                title: 'Phiếu kiểm nghiệm an toàn thực phẩm',
                remark: 'Phiếu ghi tên khác tên trong phiếu đăng ký.',
                place: 'Tiêu chí 8 · mẫu 02 mục III',
                answered: false,
                stateText: 'Chưa bổ sung',
              },
            ]}
          />
          <TaskList
            number={1}
            title="Phiếu đăng ký (mẫu 01)"
            tasks={[
              { title: 'Chủ thể và người đại diện', href: '#chu-the', state: { kind: 'done', text: 'Đã xong' } },
              { title: 'Xem lại toàn bộ và cam kết', hint: 'Mở khi đủ các mục', state: { kind: 'locked', text: 'Còn 2 mục' } },
            ]}
          />
          <TodoList items={[{ count: 11, text: 'giấy chứng nhận đã lỡ hạn nộp lại', href: '#lo-han' }]} />
        </div>
      </section>
      <section className="stack">
        <h2>Bảng và lọc</h2>
        <Tabs
          label="Nhóm hồ sơ"
          tabs={[
            { href: '#dang', label: 'Đang xử lý', count: 11, current: true },
            { href: '#gui', label: 'Đã gửi tỉnh', count: 6 },
          ]}
        />
        <div>
          <Toolbar search={<Field name="q" label="Tìm" type="search" placeholder="Sản phẩm, chủ thể, số phiếu" />}>
            <Fold>
              <Select name="buoc" label="Bước" empty="Tất cả" choices={[{ value: 'a', label: 'Kiểm tra thành phần' }]} />
            </Fold>
          </Toolbar>
          <Table
            caption="Hồ sơ đang xử lý, xếp theo hạn gần nhất"
            rows={inbox}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'deadline',
                label: 'Hạn',
                narrow: 'kind',
                sortHref: '#xep',
                sorted: 'ascending',
                cell: (row) => <DeadlineChip mood={row.late ? 'late' : 'calm'}>{row.deadline}</DeadlineChip>,
              },
              {
                key: 'product',
                label: 'Sản phẩm',
                head: true,
                cell: (row) => (
                  <a href={`#${row.id}`}>
                    <b>{row.product}</b>
                  </a>
                ),
              },
              { key: 'producer', label: 'Chủ thể', narrow: 'full', cell: (row) => row.producer },
              { key: 'state', label: 'Bước', narrow: 'full', cell: () => <State kind="part">Kiểm tra thành phần</State> },
              { key: 'files', label: 'Thành phần', align: 'right', cell: (row) => <b className="num">{row.files}</b> },
            ]}
          />
        </div>
      </section>
      <section className="stack">
        <h2>Danh mục</h2>
        <form method="get" action="/kit">
          <SearchBox
            label="Tìm theo tên sản phẩm, chủ thể hoặc xã"
            hint="Gõ không dấu cũng được: “nuoc mam”, “sam son”."
            placeholder="Tên sản phẩm, xã"
          />
          <div className="aside-left mt">
            <Filters title="Lọc kết quả" id="loc-danh-muc">
              <Checks
                name="sao"
                label="Hạng sao"
                choices={[5, 4, 3].map((count) => ({ value: String(count), label: <Stars count={count} />, count: count * 12 }))}
                defaultValues={['4']}
              />
            </Filters>
            <div id="ket-qua">
              <div className="row between mb">
                <h3>
                  <span className="num">140</span> sản phẩm
                </h3>
                <FiltersLink count={1} target="loc-danh-muc" />
                <Applied filters={[{ label: '4 sao', href: '#bo' }]} clearHref="#bo-het" />
              </div>
              <ul className="cards">
                <ProductCard
                  name="Nước mắm cốt nhĩ Vạn Triều"
                  href="#sp1"
                  stars={4}
                  producer="HTX Nước mắm Vạn Triều"
                  place="phường Sầm Sơn"
                />
                <ProductCard name="Giỏ cói Nắng Chiều" href="#sp2" stars={4} was producer="Tổ hợp tác Nắng Chiều" place="xã Nga Sơn" />
              </ul>
              <Pager page={3} pages={16} hrefFor={(page) => `?trang=${page}`} />
            </div>
          </div>
        </form>
      </section>
      <section className="stack">
        <h2>Biểu đồ</h2>
        <p className="say">
          Tỉnh có <a href="#612">612 sản phẩm</a> còn hiệu lực; <a href="#11">11 giấy</a> đã lỡ hạn nộp.
        </p>
        <Chart id="bd1" title="Sản phẩm có hiệu lực tăng gấp rưỡi sau 3 năm" note="Ngày 31/12 mỗi năm" categories={years} series={series}>
          <Table
            caption="Sản phẩm có hiệu lực theo hạng sao"
            variant="plain"
            className="table-cols"
            rows={series}
            rowKey={(row) => row.label}
            columns={[
              { key: 'label', label: 'Hạng', head: true, cell: (row) => row.label },
              ...years.map((year, index) => ({
                key: year,
                label: year,
                align: 'right' as const,
                cell: (row: (typeof series)[number]) => row.values[index],
              })),
            ]}
          />
        </Chart>
      </section>
    </>
  )
}
