import { Icon } from './icon.tsx'

export type Todo = { count: number; text: string; href: string }

/** Work waiting, each line a count that opens to its records. */
export function TodoList({ items }: { items: readonly Todo[] }) {
  return (
    <ul className="todo-list">
      {items.map((item) => (
        <li key={item.text}>
          <a href={item.href}>
            <b>{item.count}</b>
            <span>{item.text}</span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  )
}
