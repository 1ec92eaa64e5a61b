export const words = {
  title: { vi: 'Chương trình', en: 'The programme' },
  lead: {
    vi: 'Kế hoạch, nhiệm vụ, hoạt động, kinh phí và báo cáo của Chương trình OCOP.',
    en: 'Plans, tasks, activities, money and reports of the OCOP programme.',
  },
  nothing: { vi: 'Tài khoản này chưa có phần việc nào của Chương trình.', en: 'This account has no part of the programme yet.' },
}
