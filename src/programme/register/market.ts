// Where products are sold: the outlets of which a share is taken, and each producer's channels (S1:73).
import type { Words } from '../fields.ts'
import { describe } from './register.ts'

const outletKinds = {
  mall: { vi: 'Trung tâm thương mại', en: 'Shopping mall' },
  supermarket: { vi: 'Siêu thị', en: 'Supermarket' },
  convenience: { vi: 'Cửa hàng tiện lợi', en: 'Convenience store' },
  shop: { vi: 'Cửa hàng', en: 'Shop' },
  floor: { vi: 'Sàn thương mại điện tử', en: 'E-commerce floor' },
  export: { vi: 'Xuất khẩu', en: 'Export' },
  hotel: { vi: 'Khách sạn, nhà hàng', en: 'Hotel, restaurant' },
  other: { vi: 'Khác', en: 'Other' },
} satisfies Record<string, Words>

const channelKinds = {
  mall: outletKinds.mall,
  supermarket: outletKinds.supermarket,
  convenience: outletKinds.convenience,
  floor: outletKinds.floor,
  social: { vi: 'Mạng xã hội', en: 'Social media' },
  livestream: { vi: 'Bán hàng trực tiếp trên mạng', en: 'Livestream' },
  export: outletKinds.export,
  shop: outletKinds.shop,
  hotel: outletKinds.hotel,
  other: outletKinds.other,
} satisfies Record<string, Words>

export const outlets = describe({
  table: 'outlet',
  slug: 'noi-ban',
  title: { vi: 'Nơi bán hàng', en: 'Outlets' },
  one: { vi: 'nơi bán', en: 'outlet' },
  about: {
    vi: 'Trung tâm thương mại, siêu thị, cửa hàng, sàn thương mại điện tử trên địa bàn, có bán sản phẩm OCOP hay chưa.',
    en: 'Malls, supermarkets, shops and floors, whether they sell OCOP products yet or not.',
  },
  source: 'S1:73, S1:99, S2:81, S3:137',
  fields: [
    { column: 'name', label: { vi: 'Tên nơi bán', en: 'Name' }, kind: 'text', max: 200, required: true, list: true, sort: true },
    { column: 'kind', label: { vi: 'Loại', en: 'Kind' }, kind: 'choice', choices: outletKinds, required: true, list: true, filter: 'loai' },
    { column: 'address', label: { vi: 'Địa chỉ', en: 'Address' }, kind: 'text', max: 300 },
    { column: 'communeCode', label: { vi: 'Xã, phường', en: 'Commune' }, kind: 'commune', day: '', list: true, sort: true },
    { column: 'website', label: { vi: 'Trang mạng', en: 'Website' }, kind: 'link' },
    {
      column: 'sellsOcopSince',
      label: { vi: 'Bán sản phẩm OCOP từ ngày', en: 'Sells OCOP products since' },
      hint: {
        vi: 'Bỏ trống nếu chưa bán; nơi bán vẫn được tính vào mẫu số.',
        en: 'Empty while it sells none; it still counts in the whole.',
      },
      kind: 'date',
      past: true,
      list: true,
      sort: true,
    },
    { column: 'note', label: { vi: 'Ghi chú', en: 'Note' }, kind: 'text', max: 1000, multiline: true },
  ],
  head: 'name',
  search: ['nameFolded'],
  commune: { reads: 'all', writes: false },
  producer: { reads: 'all', writes: false },
})

export const channelListings = describe({
  table: 'channelListing',
  slug: 'kenh-ban',
  title: { vi: 'Kênh bán hàng', en: 'Sales channels' },
  one: { vi: 'kênh bán', en: 'channel' },
  about: {
    vi: 'Mỗi chủ thể bán qua kênh nào, từ khi nào, sản phẩm nào. Chủ thể ghi kênh của mình, cơ quan OCOP kiểm tra.',
    en: 'Through which channels each producer sells, since when, with which product. Producers enter their own; the office checks.',
  },
  source: 'S1:73, S1:163, S2:81',
  fields: [
    {
      column: 'producerId',
      label: { vi: 'Chủ thể', en: 'Producer' },
      kind: 'reference',
      to: 'producer',
      required: true,
      list: true,
      sort: true,
    },
    {
      column: 'kind',
      label: { vi: 'Loại kênh', en: 'Kind' },
      kind: 'choice',
      choices: channelKinds,
      required: true,
      list: true,
      filter: 'loai',
    },
    {
      column: 'outletId',
      label: { vi: 'Nơi bán trong sổ', en: 'Outlet of the register' },
      hint: { vi: 'Nếu là siêu thị, cửa hàng, sàn đã có trong sổ nơi bán.', en: 'If the shop or floor is in the register of outlets.' },
      kind: 'reference',
      to: 'outlet',
    },
    {
      column: 'name',
      label: { vi: 'Tên kênh', en: 'Name of the channel' },
      hint: { vi: 'Bỏ trống thì lấy tên nơi bán trong sổ.', en: 'Left empty it takes the name of the outlet.' },
      kind: 'text',
      max: 200,
      list: true,
      sort: true,
    },
    {
      column: 'productId',
      label: { vi: 'Sản phẩm', en: 'Product' },
      hint: { vi: 'Bỏ trống nếu bán nhiều sản phẩm.', en: 'Empty for several.' },
      kind: 'reference',
      to: 'product',
      list: true,
    },
    { column: 'link', label: { vi: 'Đường dẫn gian hàng', en: 'Address of the listing' }, kind: 'link' },
    { column: 'country', label: { vi: 'Nước xuất khẩu', en: 'Country' }, kind: 'text', max: 100, orNull: true },
    { column: 'since', label: { vi: 'Bán từ ngày', en: 'Since' }, kind: 'date', past: true, required: true, list: true, sort: true },
    { column: 'note', label: { vi: 'Ghi chú', en: 'Note' }, kind: 'text', max: 1000, multiline: true },
  ],
  head: 'name',
  day: 'since',
  search: ['nameFolded'],
  commune: { reads: 'own', writes: false },
  producer: { reads: 'own', writes: true },
  checked: true,
  complete: (values, names) => (values['name'] === '' ? { ...values, name: names['outletId'] ?? '' } : values),
  judge: (values, say) => {
    if (values['name'] === '')
      say('name', { vi: 'Ghi tên kênh, hoặc chọn nơi bán trong sổ.', en: 'Name the channel, or choose an outlet.' })
    if (values['kind'] === 'export' && values['country'] === null) say('country', { vi: 'Ghi nước xuất khẩu.', en: 'Name the country.' })
  },
})
