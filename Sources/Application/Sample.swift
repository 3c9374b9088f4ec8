extension App {
  /// Fills a new database with the fictional Örnek Belediyesi.
  func fillSample() throws {}
}
