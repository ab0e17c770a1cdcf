import Testing

/// What the schema of SARIF 2.1.0 asks of the objects that the kit writes: required properties, their types and values,
/// no property that the schema does not know, and indices that point at something.
enum SARIFStructure {
  static func check(_ log: [String: Any]) {
    keys(of: log, required: ["version", "runs"], optional: ["$schema"])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    for run in objects(log["runs"]) { check(run: run) }
  }

  private static func check(run: [String: Any]) {
    keys(
      of: run, required: ["tool"], optional: ["invocations", "artifacts", "columnKind", "results"])
    #expect(["unicodeCodePoints", "utf16CodeUnits"].contains(run["columnKind"] as? String ?? ""))
    let tool = object(run["tool"])
    keys(of: tool, required: ["driver"])
    let driver = object(tool["driver"])
    keys(of: driver, required: ["name"], optional: ["semanticVersion", "rules"])
    #expect((driver["semanticVersion"] as? String)?.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
    let rules = objects(driver["rules"]).map { rule in
      keys(of: rule, required: ["id"], optional: ["shortDescription", "help"])
      message(rule["help"])
      if let short = rule["shortDescription"] { message(short) }
      return rule["id"] as? String ?? ""
    }
    #expect(Set(rules).count == rules.count)
    for invocation in objects(run["invocations"]) {
      keys(of: invocation, required: ["executionSuccessful"], optional: ["toolExecutionNotifications"])
      #expect(invocation["executionSuccessful"] is Bool)
      for notification in objects(invocation["toolExecutionNotifications"]) {
        keys(of: notification, required: ["message"], optional: ["level"])
        level(notification["level"])
        message(notification["message"])
      }
    }
    let artifacts = objects(run["artifacts"]).map { artifact in
      keys(of: artifact, required: [], optional: ["location"])
      return uri(artifact["location"])
    }
    for result in objects(run["results"]) {
      keys(
        of: result, required: ["message"],
        optional: ["ruleId", "ruleIndex", "level", "locations", "relatedLocations"])
      let index = result["ruleIndex"] as? Int ?? -1
      #expect(rules.indices.contains(index) && rules[index] == result["ruleId"] as? String)
      level(result["level"])
      message(result["message"])
      let places = objects(result["locations"])
      #expect(places.count == 1)
      for place in places {
        keys(of: place, required: [], optional: ["physicalLocation"])
        #expect(artifacts.contains(physical(place["physicalLocation"])))
      }
      for place in objects(result["relatedLocations"] ?? [Any]()) {
        keys(of: place, required: [], optional: ["id", "physicalLocation", "message"])
        #expect(place["id"] as? Int ?? -1 >= 0)
        #expect(artifacts.contains(physical(place["physicalLocation"])))
        message(place["message"])
      }
    }
  }

  private static func physical(_ value: Any?) -> String {
    let place = object(value)
    keys(of: place, required: [], optional: ["artifactLocation", "region"])
    let region = object(place["region"])
    keys(of: region, required: [], optional: ["startLine", "startColumn", "endColumn"])
    for key in region.keys { #expect(region[key] as? Int ?? 0 >= 1, "\(key)") }
    #expect(region["endColumn"] as? Int ?? 0 > region["startColumn"] as? Int ?? 0)
    return uri(place["artifactLocation"])
  }

  private static func uri(_ value: Any?) -> String {
    let location = object(value)
    keys(of: location, required: [], optional: ["uri"])
    let uri = location["uri"] as? String ?? ""
    // A reference of RFC 3986 without spaces or bare letters beyond ASCII.
    #expect(uri.wholeMatch(of: /(file:\/\/)?([A-Za-z0-9\-._~\/]|%[0-9A-F]{2})+/) != nil, "\(uri)")
    return uri
  }

  private static func message(_ value: Any?) {
    let message = object(value)
    keys(of: message, required: ["text"])
    let text = message["text"] as? String ?? ""
    #expect(!text.isEmpty)
    let single = text.replacing("{{", with: "").replacing("}}", with: "")
    #expect(!single.contains("{") && !single.contains("}"), "a placeholder: \(text)")
  }

  private static func level(_ value: Any?) {
    #expect(["none", "note", "warning", "error"].contains(value as? String ?? ""))
  }

  private static func keys(of object: [String: Any], required: Set<String>, optional: Set<String> = []) {
    let keys = Set(object.keys)
    #expect(keys.isSuperset(of: required), "missing: \(required.subtracting(keys))")
    #expect(
      keys.isSubset(of: required.union(optional)), "unknown: \(keys.subtracting(required.union(optional)))")
  }

  private static func object(_ value: Any?) -> [String: Any] {
    guard let object = value as? [String: Any] else {
      Issue.record("\(String(describing: value)) is no object")
      return [:]
    }
    return object
  }

  private static func objects(_ value: Any?) -> [[String: Any]] {
    guard let objects = value as? [[String: Any]] else {
      if (value as? [Any])?.isEmpty != true {
        Issue.record("\(String(describing: value)) is no list of objects")
      }
      return []
    }
    return objects
  }
}
