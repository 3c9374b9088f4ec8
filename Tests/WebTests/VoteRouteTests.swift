import GuvenceApplication
import GuvenceCore
import GuvenceRegister
import Testing

@testable import GuvenceWeb

@Suite("Addresses of the votes print and read back")
struct VoteRouteTests {
  static let place = VotePlace(Identifier(7), 12)

  static let asked: [VoteRoute] = [
    .list, .export, .new(unit: nil, risk: nil), .new(unit: "İŞ", risk: "a b&c"), .show(Identifier(7)),
    .live(Identifier(7), stamp: "1-a.b"), .live(Identifier(7), stamp: nil), .editForm(Identifier(7)),
    .form(Identifier(7)), .item(place), .itemLive(place, stamp: "2-x"),
  ]

  static let posted: [VoteRoute] = [
    .add, .edit(Identifier(7)), .close(Identifier(7)), .cast(place), .round(place), .open(place), .accept(place),
  ]

  @Test(arguments: asked) func getReadsWhatItPrints(_ route: VoteRoute) {
    #expect(Route(.get, address: Route.vote(route).path) == .vote(route))
    #expect(route.path.utf8.allSatisfy { (0x21...0x7E).contains($0) })
  }

  @Test(arguments: posted) func postReadsWhatItPrints(_ route: VoteRoute) {
    #expect(Route(.post, address: Route.vote(route).path) == .vote(route))
  }

  @Test(arguments: [
    "/votes/0", "/votes/x", "/votes/1/items", "/votes/1/items/0", "/votes/1/x", "/votes/1/items/1/x",
  ])
  func unknownAddressesAreRefused(_ path: String) { #expect(Route(.get, path: path) == nil) }
}
