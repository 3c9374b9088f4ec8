import FoundationEssentials
import GuvenceCore
import GuvenceExchange

/// A workbook of many rows and 15 columns: texts, whole numbers, amounts and days.
enum Workbooks {
  private static let heads = [
    "Kod", "Birim", "Yıl", "Amaç", "Süreç", "Risk", "Kontroller", "Olasılık", "Etki", "Puan", "Sınıf", "Durum",
    "Sahip", "Tutar", "Tarih",
  ]
  /// Rows made beforehand and repeated, so that making texts is not part of the time; the code differs in every row.
  private static let distinct = 1000

  static func write(_ path: String, count: Int) throws {
    var register = FictionalRegister()
    var rows = (0..<distinct).map { _ in row(&register) }
    let meter = try Meter.time {
      let writer = try XLSXWriter(path: path)
      let sheet = writer.addSheet("Riskler")
      try sheet.write(heads.map { .text($0) })
      for number in 0..<count {
        rows[number % distinct][0] = .text("R-\(100_000_000 + number)")
        try sheet.write(rows[number % distinct])
      }
      try writer.close()
    }
    report(["time": meter.json, "rows": .count(count)])
  }

  /// Takes every value of every row as a typed value.
  static func read(_ path: String) throws {
    var (rows, cells, bytes) = (0, 0, 0)
    let meter = try Meter.time {
      let reader = try XLSXReader(path: path)
      for tab in reader.tabs {
        try reader.forEachRow(of: tab) { row in
          rows += 1
          row.forEachCell { _, value in
            cells += 1
            if case .text(let text) = value { bytes += text.utf8.count }
          }
        }
      }
    }
    report(["time": meter.json, "rows": .count(rows), "cells": .count(cells), "bytes": .count(bytes)])
  }

  private static func row(_ register: inout FictionalRegister) -> [OutputCell] {
    let amount = Decimal(register.pick(100_000_000)) / 100
    return [
      .blank, .integer(register.pick(120)), .integer(2006 + register.pick(20)), .integer(register.pick(60)),
      .integer(register.pick(400)), .text(register.words(5)), .text(register.words(20)),
      .integer(1 + register.pick(5)), .integer(1 + register.pick(5)), .integer(1 + register.pick(25)),
      .text(register.words(1)), .text("Açık"), .integer(register.pick(800)), .decimal(amount),
      .day(Day(daysSinceEpoch: 13_149 + register.pick(7300))),
    ]
  }
}
