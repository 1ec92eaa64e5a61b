const colours = [
  ['paper', 'nền trang'],
  ['sheet', 'thẻ, ô nhập, bảng'],
  ['wash', 'vùng lặng, đầu bảng'],
  ['ink', 'chữ'],
  ['quiet', 'chữ phụ'],
  ['line', 'kẻ mảnh'],
  ['line-strong', 'viền ô nhập'],
  ['rule', 'lề sổ'],
  ['leaf', 'chính, nút, đạt'],
  ['leaf-wash', 'nền đã chọn'],
  ['amber', 'sao, khung tiêu điểm'],
  ['amber-wash', 'sắp đến hạn, cần chú ý'],
  ['clay', 'thu hồi, quá hạn, lỗi'],
  ['clay-wash', 'nền lỗi'],
  ['sky', 'liên kết, thông tin'],
  ['stone', 'đã hết hạn'],
] as const

export function Swatches() {
  return (
    <ul className="swatches">
      {colours.map(([token, use]) => (
        <li key={token}>
          <svg aria-hidden="true">
            <rect width="100%" height="100%" rx="3" fill={`var(--${token})`} stroke="var(--line-strong)" />
          </svg>
          <span>
            <b>{token}</b>
            <br />
            <small className="quiet">{use}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
