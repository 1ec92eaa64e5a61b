// Findings of the check in Vietnamese, for the people who write a version on the pages. The check itself speaks English, for those who keep rules/.

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^part (.+) is not one of the decision's parts$/, 'phần $1 không có trong quyết định'],
  [/^group (.+): criteria add up to (\d+), group says (\d+)$/, 'nhóm $1: các tiêu chí cộng lại $2 điểm, nhóm ghi $3 điểm'],
  [/^part (.+): groups add up to (\d+), part says (\d+)$/, 'phần $1: các nhóm cộng lại $2 điểm, phần ghi $3 điểm'],
  [/^part (.+): form says (\d+), decision says (\d+)$/, 'phần $1: phiếu ghi $2 điểm, quyết định ghi $3 điểm'],
  [/^a perfect dossier gives (\d+), not 100$/, 'hồ sơ đạt mọi mức cao nhất được $1 điểm, không phải 100'],
  [/^in case (\d+) a perfect dossier gives (\d+), not (\d+)$/, 'trường hợp $1: đạt mọi mức cao nhất được $2 điểm, không phải $3'],
  [/^best option gives (\d+), criterion says (\d+)$/, 'mức cao nhất $1 điểm, tiêu chí ghi tối đa $2 điểm'],
  [/^options fall: (.+)$/, 'điểm các mức giảm dần: $1'],
  [/^option of case (\d+), which is not listed$/, 'có mức của trường hợp $1 nhưng trường hợp này không được liệt kê'],
  [/^option without a case in a criterion with cases$/, 'tiêu chí chia trường hợp mà có mức không thuộc trường hợp nào'],
  [/^star mark inside a case$/, 'dấu sao đặt trong một trường hợp'],
  [/^onlyIf names (.+), which the form does not have$/, 'điều kiện dẫn đến tiêu chí $1 không có trong phiếu'],
  [/^elimination names (.+), which the form does not have$/, 'điều kiện loại dẫn đến tiêu chí $1 không có trong phiếu'],
  [/^the decision prints no star marks, the form has some$/, 'quyết định không in dấu sao mà phiếu có'],
  [/^two marks for (\d) stars$/, 'hai dấu cho hạng $1 sao'],
  [
    /^gate of (\d) stars \((.+)\) is not above (\d) stars \((.+)\)$/,
    'yêu cầu của hạng $1 sao ($2 điểm) không cao hơn hạng $3 sao ($4 điểm)',
  ],
  [/^gate of (\d) stars asks for no points$/, 'yêu cầu của hạng $1 sao không đòi điểm nào'],
  [/^(\d) stars cannot be reached(.*)$/, 'không thể đạt hạng $1 sao$2'],
  [/^evidence row (\d+) is not in the decision's table$/, 'dòng minh chứng $1 không có trong bảng của quyết định'],
  [/^topic (.+) twice$/, 'chủ đề $1 lặp lại'],
  [/^commune opinion: form marks (.*), decision's contents name (.*)$/, 'ý kiến cấp xã: phiếu đánh dấu $1, quyết định nêu $2'],
  [/^code appears twice$/, 'mã tiêu chí lặp lại'],
  [/^stars are not 1 to 5$/, 'các hạng không phải từ 1 đến 5 sao'],
  [/^star thresholds do not rise from 0$/, 'ngưỡng điểm các hạng không tăng dần từ 0'],
  [/^level twice: (.+)$/, 'cấp lặp lại: $1'],
  [/^(\w+) sends to (\w+), the next level is (\w+)$/, 'cấp $1 chuyển lên $2, cấp tiếp theo là $3'],
  [/^(\d) stars are recognised by (\d+) levels$/, 'hạng $1 sao do $2 cấp công nhận, phải đúng một cấp'],
  [/^set (\d+) twice$/, 'bộ $1 lặp lại'],
  [/^set (\d+) is both listed and missing$/, 'bộ $1 vừa có vừa ghi là thiếu'],
  [/^form missing in the sources$/, 'nguồn không có phiếu này'],
  [/^no form$/, 'không có phiếu'],
  [/^titled "(.*)" and "(.*)"$/, 'tên trong phụ lục là “$1”, trong phiếu là “$2”'],
  [/^(\w+) is the last level and sends up$/, 'cấp $1 là cấp cuối mà còn chuyển lên'],
  [/^(\w+) sends nothing up and is not the last level$/, 'cấp $1 không phải cấp cuối mà không chuyển lên'],
  [/^(\w+) recognises stars and nobody signs$/, 'cấp $1 công nhận hạng sao mà không ghi ai ký'],
]

const types: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'đúng hoặc sai (true, false)',
  array: 'danh sách',
  object: 'nhóm khóa',
  record: 'nhóm khóa',
  null: 'để trống',
  undefined: 'chưa ghi',
}
const typeName = (name: string): string => types[name] ?? name

/** Faults of shape: keys and types, as the schema tells them. */
const shapes: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^Invalid input: expected (\w+), received undefined$/, (wanted) => `chưa ghi; cần ${typeName(wanted)}`],
  [/^Invalid input: expected (\w+), received (.+)$/, (wanted, given) => `cần ${typeName(wanted)}, đang là ${typeName(given)}`],
  [/^Invalid input: expected (.+)$/, (wanted) => `chỉ nhận giá trị ${wanted}`],
  [/^Invalid option: expected one of (.+)$/, (wanted) => `chỉ nhận một trong các giá trị ${wanted.replaceAll('|', ', ')}`],
  [/^Too small: expected string to have >=1 characters$/, () => 'để trống; cần ghi nội dung'],
  [/^Too small: expected \w+ to have >=(\d+) \w+$/, (least) => `cần ít nhất ${least} mục hoặc ký tự`],
  [/^Too small: expected \w+ to be >=?(-?\d+)$/, (least) => `nhỏ quá; từ ${least} trở lên`],
  [/^Too big: expected \w+ to have <=(\d+) \w+$/, (most) => `nhiều quá; không quá ${most} mục hoặc ký tự`],
  [/^Too big: expected \w+ to be <=?(-?\d+)$/, (most) => `lớn quá; không quá ${most}`],
  [/^Unrecognized keys?: (.+)$/, (keys) => `khóa không có trong mẫu: ${keys}`],
  [/^Invalid string: must match pattern (.+)$/, (pattern) => `không đúng dạng ${pattern}`],
  [/^Invalid (?:input|key in .+|value in .+|.+)$/, () => 'giá trị không đúng mẫu'],
  [/^(.+) ≠ (.+)$/, (given, wanted) => `tệp ghi bộ ${given}, đang ở bộ ${wanted}`],
]

/** A finding's text in Vietnamese; one these tables do not know stays as it is (a form's own remarks are Vietnamese already). */
export function findingInVietnamese(text: string): string {
  for (const [pattern, words] of patterns) if (pattern.test(text)) return text.replace(pattern, words)
  for (const [pattern, words] of shapes) {
    const found = pattern.exec(text)
    if (found) return words(...found.slice(1))
  }
  return text
}

/** "set 9: parts.0.title" as "Bộ 9: parts (mục 1).title": the file's own keys, its lists counted from 1. */
export function placeInVietnamese(row: string): string {
  return row
    .replace(/^set (?=\d)/, 'Bộ ')
    .replace(/^regulation\b/, 'Quyết định')
    .replace(/\.(\d+)(?=\.|$)/g, (_, index: string) => ` (mục ${Number(index) + 1})`)
    .replace(/: $/, '')
}
