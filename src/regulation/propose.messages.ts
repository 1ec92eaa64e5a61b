import type { Message } from './regulation.messages.ts'

/** Why an answer is proposed; shown beside the option for the person to confirm. */
export const proposeMessages = {
  legalForm: { vi: 'Loại hình đã khai: {form}.', en: 'Legal form on record: {form}.' },
  localCapital: {
    vi: 'Công ty cổ phần có {percent}% vốn góp của cộng đồng địa phương (mốc 51%).',
    en: 'Joint-stock company with {percent}% of capital from the local community (mark: 51%).',
  },
  localCapitalUnknown: {
    vi: 'Công ty cổ phần: cần khai tỷ lệ vốn góp của cộng đồng địa phương (mốc 51%).',
    en: "Joint-stock company: the local community's share of capital is needed (mark: 51%).",
  },
  headYes: { vi: 'Người đại diện pháp luật {traits}.', en: 'The legal representative is {traits}.' },
  headNo: {
    vi: 'Người đại diện pháp luật không phải nữ, người dân tộc thiểu số hay người khuyết tật theo thông tin đã khai.',
    en: 'By the record, the legal representative is not a woman, of an ethnic minority, or disabled.',
  },
  labour: {
    vi: '{local}/{total} lao động thuộc địa bàn xã ({percent}%).',
    en: '{local} of {total} workers live in the commune ({percent}%).',
  },
  exactly75: {
    vi: '{figure} đúng 75%: các mức của tiêu chí không phân định rõ trường hợp này, cần người có thẩm quyền quyết định.',
    en: '{figure} exactly 75%: the options do not settle this case; people decide.',
  },
  linkage: {
    vi: 'Hợp đồng liên kết cho {percent}% sản lượng, ổn định {months} tháng.',
    en: 'Linkage contracts for {percent}% of output, stable for {months} months.',
  },
  linkageNone: { vi: 'Chưa ghi nhận hợp đồng liên kết.', en: 'No linkage contract on record.' },
  linkageLow: {
    vi: 'Hợp đồng liên kết chỉ cho {percent}% sản lượng, dưới mốc 50%; các mức in trên phiếu không nêu trường hợp này.',
    en: 'Linkage contracts for only {percent}% of output, below the 50% mark; the printed options do not name this case.',
  },
  gradeGood: { vi: 'Hợp tác xã xếp loại {grade}.', en: 'Co-operative graded {grade}.' },
  profitTwo: { vi: 'Lợi nhuận tăng trưởng dương 2 năm liên tiếp: {years}.', en: 'Profit grew two years in a row: {years}.' },
  profitOne: {
    vi: 'Lợi nhuận năm liền trước cao hơn năm trước đó: {years}.',
    en: 'Last year\u2019s profit above the year before: {years}.',
  },
  growthNone: { vi: 'Số liệu chưa cho thấy tăng trưởng: {years}.', en: 'The figures show no growth: {years}.' },
  trademarkApplication: { vi: 'Có đơn nhãn hiệu được chấp nhận hoặc công bố.', en: 'A trademark application is accepted or published.' },
  trademarkCertificate: {
    vi: 'Có giấy chứng nhận nhãn hiệu và dấu hiệu chỉ dẫn nguồn gốc địa phương{more}.',
    en: 'Trademark certificate and a sign of local origin{more}.',
  },
  trademarkWithoutOrigin: {
    vi: 'Có giấy chứng nhận nhãn hiệu, chưa có dấu hiệu chỉ dẫn nguồn gốc địa lý gắn với địa phương.',
    en: 'Trademark certificate, but no sign of geographical origin tied to the locality.',
  },
  noIntellectualProperty: { vi: 'Chưa có giấy tờ sở hữu trí tuệ trong kho giấy tờ.', en: 'No intellectual-property paper in the library.' },
  marketModern: { vi: 'Có hợp đồng xuất khẩu hoặc kênh bán hàng hiện đại.', en: 'Contract for export or a modern sales channel.' },
  marketExport: { vi: 'Có hợp đồng xuất khẩu đã thực hiện.', en: 'Export contract carried out.' },
  marketAgents: { vi: 'Bán ngoài xã, {agents} đại diện/đại lý.', en: 'Sold beyond the commune, {agents} agents.' },
  marketArea: { vi: 'Khu vực bán xa nhất đã khai: {area}.', en: 'Farthest sales area on record: {area}.' },
  originShare: { vi: '{percent}% {what}.', en: '{percent}% {what}.' },
} satisfies Record<string, Message>

/** Words put into the sentences above. */
export const proposeWords = {
  cooperative: { vi: 'hợp tác xã', en: 'co-operative' },
  cooperativeGroup: { vi: 'tổ hợp tác', en: 'co-operative group' },
  privateEnterprise: { vi: 'doanh nghiệp tư nhân', en: 'private enterprise' },
  limitedCompany: { vi: 'công ty trách nhiệm hữu hạn', en: 'limited liability company' },
  jointStockCompany: { vi: 'công ty cổ phần', en: 'joint-stock company' },
  farm: { vi: 'trang trại', en: 'farm' },
  productionHousehold: { vi: 'hộ sản xuất', en: 'production household' },
  household: { vi: 'hộ gia đình', en: 'household' },
  association: { vi: 'hội, hiệp hội', en: 'association' },
  tourismCentre: { vi: 'trung tâm điều hành du lịch', en: 'tourism operating centre' },
  woman: { vi: 'là nữ', en: 'a woman' },
  ethnicMinority: { vi: 'là người dân tộc thiểu số', en: 'of an ethnic minority' },
  disabled: { vi: 'là người khuyết tật', en: 'disabled' },
  average: { vi: 'trung bình', en: 'average' },
  fair: { vi: 'khá', en: 'fair' },
  good: { vi: 'tốt', en: 'good' },
  weak: { vi: 'yếu', en: 'weak' },
  withDesign: {
    vi: ', cùng văn bằng sáng chế, kiểu dáng, giải pháp hữu ích hoặc quyền tác giả',
    en: ', with a patent, design or copyright',
  },
  nothing: { vi: '', en: '' },
  commune: { vi: 'trong xã', en: 'the commune' },
  beyondCommune: { vi: 'ngoài xã, trong vùng lân cận', en: 'beyond the commune, nearby' },
  province: { vi: 'trong tỉnh', en: 'the province' },
  country: { vi: 'ngoài tỉnh', en: 'other provinces' },
  abroad: { vi: 'quốc tế', en: 'abroad' },
  labourFigure: { vi: 'Tỷ lệ lao động địa phương', en: 'Share of local workers:' },
  linkageFigure: { vi: 'Tỷ lệ sản lượng có hợp đồng', en: 'Share of output under contract:' },
  grownInCommune: { vi: 'sản phẩm trồng, nuôi tại địa bàn xã', en: 'of the product grown or raised in the commune' },
  materialsInProvince: { vi: 'nguyên liệu có nguồn gốc trong tỉnh', en: 'of materials from the province' },
  unknownGrade: { vi: 'chưa rõ', en: 'unknown' },
} satisfies Record<string, Message>
