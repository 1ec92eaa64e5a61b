/** Why a file was not taken: the rule, then what to do. `{…}` are filled by `refuse`. */
export const refusals = {
  'upload.empty': {
    vi: 'Tệp “{name}” rỗng (0 byte). Hãy mở tệp trên máy để kiểm tra rồi chọn lại.',
    en: 'The file “{name}” is empty (0 bytes). Open it on your device to check, then choose it again.',
  },
  'upload.tooLarge': {
    vi: 'Tệp “{name}” nặng {size}, vượt mức {limit} cho một tệp. Hãy giảm độ phân giải, quét lại ở chế độ đen trắng hoặc tách thành nhiều tệp.',
    en: 'The file “{name}” is {size}; one file may have {limit}. Lower the resolution, scan in black and white, or split it into several files.',
  },
  'upload.typeNotAllowed': {
    vi: 'Nội dung tệp “{name}” không thuộc loại được nhận ở đây ({allowed}). Loại tệp được xét theo nội dung, không theo phần đuôi của tên. Hãy xuất ra PDF hoặc chụp ảnh rồi tải lên.',
    en: 'What “{name}” contains is not one of the kinds taken here ({allowed}). The kind is read from the content, not from the ending of the name. Export it as PDF or take a photo, then upload that.',
  },
  'upload.markup': {
    vi: 'Tệp “{name}” là trang web, ảnh SVG hoặc mã lệnh, có thể chạy khi mở nên không được nhận. Hãy xuất ra PDF, hoặc với hình vẽ thì xuất ra PNG.',
    en: 'The file “{name}” is a web page, an SVG drawing or a script; it could run when opened, so it is not taken. Export it as PDF, or a drawing as PNG.',
  },
  'upload.heic': {
    vi: 'Ảnh “{name}” có định dạng HEIC mà hệ thống chưa đọc được. Trên iPhone: Cài đặt → Camera → Định dạng → “Tương thích nhất”, rồi chụp lại; hoặc gửi ảnh sang JPEG trước khi tải lên.',
    en: 'The photo “{name}” is in HEIC, which cannot be read here. On an iPhone: Settings → Camera → Formats → “Most Compatible”, then take it again; or turn it into JPEG first.',
  },
  'upload.damagedImage': {
    vi: 'Ảnh “{name}” bị hỏng hoặc tải lên chưa trọn, không mở được. Hãy mở ảnh trên máy để kiểm tra rồi chọn lại.',
    en: 'The picture “{name}” is damaged or came incomplete and cannot be opened. Check it on your device and choose it again.',
  },
  'upload.tooManyPixels': {
    vi: 'Ảnh “{name}” có {pixels} triệu điểm ảnh, vượt mức {limit} triệu. Hãy thu nhỏ ảnh rồi tải lại.',
    en: 'The picture “{name}” has {pixels} million pixels; the limit is {limit} million. Make it smaller and upload it again.',
  },
  'upload.damagedPdf': {
    vi: 'Tệp PDF “{name}” bị hỏng hoặc tải lên chưa trọn, không mở được. Hãy mở tệp và in lại ra PDF (In → Lưu dưới dạng PDF) rồi tải lên.',
    en: 'The PDF “{name}” is damaged or came incomplete and cannot be opened. Open it, print it to PDF again (Print → Save as PDF) and upload that.',
  },
  'upload.pdfEncrypted': {
    vi: 'Tệp PDF “{name}” có mật khẩu hoặc bị khóa. Hãy bỏ khóa, hoặc in lại ra PDF (In → Lưu dưới dạng PDF), rồi tải lên.',
    en: 'The PDF “{name}” has a password or is locked. Unlock it, or print it to PDF again (Print → Save as PDF), and upload that.',
  },
  'upload.pdfActive': {
    vi: 'Tệp PDF “{name}” chứa mã lệnh hoặc hành động tự chạy ({found}) nên không được nhận. Hãy in lại ra PDF (In → Lưu dưới dạng PDF) rồi tải bản đó lên.',
    en: 'The PDF “{name}” holds a script or an action that runs by itself ({found}), so it is not taken. Print it to PDF again (Print → Save as PDF) and upload that.',
  },
  'upload.pdfEmbedded': {
    vi: 'Tệp PDF “{name}” có tệp khác đính bên trong. Hãy tải từng tệp lên riêng; với bản chính, in lại ra PDF (In → Lưu dưới dạng PDF).',
    en: 'The PDF “{name}” carries other files inside. Upload each by itself; print the main one to PDF again (Print → Save as PDF).',
  },
  'upload.pdfTooManyPages': {
    vi: 'Tệp PDF “{name}” có {pages} trang, vượt mức {limit} trang. Hãy tách thành nhiều tệp.',
    en: 'The PDF “{name}” has {pages} pages; the limit is {limit}. Split it into several files.',
  },
  'upload.pdfTooSlow': {
    vi: 'Tệp PDF “{name}” quá phức tạp, không kiểm tra xong trong {seconds} giây. Hãy in lại ra PDF (In → Lưu dưới dạng PDF) hoặc quét thành ảnh rồi tải lên.',
    en: 'The PDF “{name}” is too complex to be checked within {seconds} seconds. Print it to PDF again (Print → Save as PDF) or scan it as pictures, and upload that.',
  },
  'upload.zipBomb': {
    vi: 'Tệp “{name}” khi giải nén lớn bất thường (trên {limit}) nên không được nhận. Hãy mở tệp, lưu lại thành bản mới hoặc xuất ra PDF rồi tải lên.',
    en: 'The file “{name}” unpacks to an abnormal size (over {limit}), so it is not taken. Open it and save it anew, or export it as PDF, and upload that.',
  },
  'upload.damagedOffice': {
    vi: 'Tệp Word/Excel “{name}” bị hỏng, có mật khẩu hoặc không phải Word/Excel thật. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
    en: 'The Word/Excel file “{name}” is damaged, has a password, or is not truly Word/Excel. Open it, remove the password, save it again and upload that.',
  },
  'upload.officeActive': {
    vi: 'Tệp “{name}” chứa macro hoặc liên kết tự tải từ bên ngoài ({found}) nên không được nhận. Hãy lưu lại thành .docx/.xlsx không có macro, hoặc xuất ra PDF.',
    en: 'The file “{name}” holds macros or links that load from outside ({found}), so it is not taken. Save it as .docx/.xlsx without macros, or export it as PDF.',
  },
} as const satisfies Record<string, { vi: string; en: string }>

export type RefusalCode = keyof typeof refusals

export type Refusal = { code: RefusalCode; message: { vi: string; en: string } }

export function refuse(code: RefusalCode, values: Record<string, string | number>): Refusal {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
  return { code, message: { vi: fill(refusals[code].vi), en: fill(refusals[code].en) } }
}
