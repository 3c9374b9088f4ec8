// swift-tools-version: 6.2
import PackageDescription

// The architecture is this file: a target may import only what is listed here, and
// `bin/check` builds with --explicit-target-dependency-import-check error.

/// Warnings are errors everywhere; Swift 6 language mode everywhere.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A module map over a C library that Debian ships as a `-dev` package.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// One of our modules: folder `Sources/<folder>`, module `Guvence<folder>`.
func module(_ folder: String, _ dependencies: [String] = [], c libraries: [String] = []) -> Target {
  .target(
    name: "Guvence" + folder,
    dependencies: dependencies.map { .byName(name: "Guvence" + $0) } + libraries.map { .byName(name: $0) },
    path: "Sources/" + folder,
    swiftSettings: strict)
}

/// The tests of one module: folder `Tests/<folder>Tests`.
func tests(_ folder: String, _ dependencies: [String], c libraries: [String] = []) -> Target {
  .testTarget(
    name: "Guvence" + folder + "Tests",
    dependencies: dependencies.map { .byName(name: "Guvence" + $0) } + libraries.map { .byName(name: $0) },
    path: "Tests/\(folder)Tests",
    swiftSettings: strict)
}

let package = Package(
  name: "guvence",
  products: [
    .executable(name: "guvence", targets: ["guvence"]),
    .library(name: "GuvenceRules", targets: ["GuvenceRules"]),
    .library(
      name: "GuvenceEngine",
      targets: ["GuvenceRules", "GuvenceCatalogs", "GuvenceRegister", "GuvenceStorage", "GuvenceApplication"]),
  ],
  targets: [
    // System
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    system("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    system("CXML", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    system("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    // Tools: know nothing about risk
    module("Core"),
    module("DataFiles", ["Core"], c: ["CYAML"]),
    module("Exchange", ["Core"], c: ["CZip", "CXML", "CXLSXWriter"]),
    module("Markup"),
    // Domain: values in, values out
    module("Rules", ["Core", "DataFiles"]),
    module("Processes", ["Core", "DataFiles", "Markup"], c: ["CXML"]),
    module("Catalogs", ["Core", "DataFiles", "Processes"]),
    module("Quantitative", ["Core"]),
    module("Register", ["Core", "Rules", "Quantitative", "Processes"]),
    module("Reporting", ["Core", "DataFiles", "Exchange", "Markup", "Rules", "Processes", "Register"]),
    // Shell
    module("Storage", ["Core", "Rules", "Quantitative", "Processes", "Register"], c: ["CSQLite", "CSodium"]),
    module(
      "Application",
      [
        "Core", "DataFiles", "Exchange", "Markup", "Rules", "Quantitative", "Processes", "Catalogs", "Register",
        "Reporting", "Storage",
      ],
      c: ["CSodium"]),
    // Faces
    module("HTTPServer", ["Core"], c: ["CMicroHTTPD"]),
    module(
      "Web",
      [
        "Core", "Exchange", "Markup", "Rules", "Quantitative", "Processes", "Catalogs", "Register", "Reporting",
        "Application", "HTTPServer",
      ]),
    module(
      "CommandLine",
      [
        "Core", "Exchange", "Markup", "Rules", "Quantitative", "Processes", "Catalogs", "Register", "Reporting",
        "Application",
      ]),
    .executableTarget(
      name: "guvence",
      dependencies: ["GuvenceCore", "GuvenceHTTPServer", "GuvenceCommandLine", "GuvenceWeb", "GuvenceApplication"],
      path: "Sources/guvence",
      swiftSettings: strict),
    // Measurements (bin/bench): the product's side, and the baselines written in C
    .target(
      name: "CPlain", dependencies: ["CSQLite"], path: "Tests/Bench/Plain", cSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "guvence-bench",
      dependencies: [
        "CPlain", "GuvenceCore", "GuvenceExchange", "GuvenceRules", "GuvenceQuantitative", "GuvenceProcesses",
        "GuvenceCatalogs", "GuvenceRegister", "GuvenceStorage", "GuvenceApplication",
      ],
      path: "Tests/Bench/Product", swiftSettings: strict),
    // Tests
    // Saves until it is killed; Tests/Reliability/kill.py kills it.
    .executableTarget(
      name: "guvence-writer",
      dependencies: ["GuvenceCore", "GuvenceRules", "GuvenceRegister", "GuvenceApplication"],
      path: "Tests/Reliability/Writer",
      swiftSettings: strict),
    tests("Core", ["Core"]),
    tests("DataFiles", ["Core", "DataFiles"]),
    tests("Exchange", ["Core", "Exchange"], c: ["CZip"]),
    tests("Markup", ["Markup"]),
    tests("Rules", ["Core", "DataFiles", "Rules", "Catalogs"]),
    tests("Processes", ["Core", "DataFiles", "Markup", "Processes"]),
    tests("Catalogs", ["Core", "DataFiles", "Processes", "Catalogs"]),
    tests("Quantitative", ["Core", "Quantitative"]),
    tests("Register", ["Core", "Rules", "Processes", "Register"]),
    tests("Reporting", ["Core", "Exchange", "Markup", "Rules", "Processes", "Register", "Reporting"]),
    tests("Storage", ["Core", "Rules", "Processes", "Register", "Storage"], c: ["CSQLite"]),
    tests(
      "Application",
      [
        "Core", "Exchange", "Rules", "Quantitative", "Processes", "Catalogs", "Register", "Reporting", "Storage",
        "Application",
      ]),
    tests("HTTPServer", ["Core", "HTTPServer"]),
    tests("Web", ["Core", "Markup", "Rules", "Processes", "Register", "Application", "HTTPServer", "Web"]),
    tests("CommandLine", ["Core", "Rules", "Register", "Application", "CommandLine"], c: ["CSQLite"]),
  ]
)
