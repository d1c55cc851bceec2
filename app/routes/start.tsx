export default function Start() {
  return <p className="mt-4">Hello</p>
}
