# SPDX-License-Identifier: Apache-2.0
"""validate.py SCHEMA FILE...: exits 1 where a file is not what the JSON Schema says; tells where."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
wrong = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        errors = sorted(validator.iter_errors(json.load(file)), key=str)
    for error in errors[:10]:
        print(name, "/".join(map(str, error.absolute_path)), error.message[:200])
    wrong += len(errors)
sys.exit(1 if wrong else 0)
