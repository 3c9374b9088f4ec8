import Glibc
import GuvenceCore

/// Wall time and processor time (all threads of the process), in seconds.
struct Meter {
  var wall = 0.0
  var cpu = 0.0

  /// Runs `body` and takes its time.
  static func time(_ body: () throws -> Void) rethrows -> Meter {
    let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try body()
    return Meter(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }

  /// The middle of several times.
  static func middle(_ meters: [Meter]) -> Meter {
    Meter(wall: median(meters.map(\.wall)), cpu: median(meters.map(\.cpu)))
  }

  /// Both times, to be printed.
  var json: JSON { .members(["wall": .number("\(wall)"), "cpu": .number("\(cpu)")]) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  private static func median(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.sorted()[values.count / 2] }
}

/// Prints the outcome for the driver.
func report(_ members: KeyValuePairs<String, JSON>) { print(JSON.members(members).text) }
