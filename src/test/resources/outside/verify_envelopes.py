"""securesystemslib verifies every envelope of an evidence package, and that their statements are
joined by equal digests. Argument: the package. Says what is wrong by an AssertionError or its own."""
import hashlib
import json
import sys
import zipfile

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

IN_TOTO = "application/vnd.in-toto+json"
PROVENANCE = "https://slsa.dev/provenance/v1"
TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1"
SUMMARY = "https://slsa.dev/verification_summary/v1"


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def evidence_key(pem):
    public = load_pem_public_key(pem)
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return SSlibKey.from_crypto(public, keyid=sha256(der))


def evidence_keys(files):
    return [
        evidence_key(content) for name, content in files.items() if name.startswith("keys/evidence")
    ]


def statements(files, keys):
    """Each verified statement by the digest of its envelope."""
    found = {}
    for name, content in files.items():
        if name.startswith("envelopes/"):
            assert name == f"envelopes/{sha256(content)}.json", name
            envelope = Envelope.from_dict(json.loads(content))
            assert envelope.payload_type == IN_TOTO, name
            envelope.verify(keys, 1)
            found[sha256(content)] = json.loads(envelope.payload)
    return found


def of_type(all_statements, predicate_type):
    return [each for each in all_statements.values() if each["predicateType"] == predicate_type]


def digests(descriptors):
    return {each["name"]: each["digest"]["sha256"] for each in descriptors}


def joined(files, all_statements):
    """Training's product is the subject of all that follows; its material is what was split."""
    [training] = of_type(all_statements, PROVENANCE)
    [summary] = of_type(all_statements, SUMMARY)
    materials = digests(training["predicate"]["buildDefinition"]["resolvedDependencies"])
    model = digests(training["subject"])
    judged = {}
    for result in of_type(all_statements, TEST_RESULT):
        judged.update(digests(result["predicate"]["configuration"]))
    for statement in all_statements.values():
        assert digests(statement["subject"]) == model, statement["subject"]
    assert judged["train.csv"] == materials["train.csv"], "gate 1 judged another split"
    for name in ("evaluation.json", "artifact-scan.json", "security-facts.json"):
        assert sha256(files[f"documents/{judged[name]}.json"]) == judged[name], name
    rested_on = {each["digest"]["sha256"] for each in summary["predicate"]["inputAttestations"]}
    others = {digest for digest, each in all_statements.items() if each is not summary}
    assert rested_on == others, "deployment rests on other envelopes"
    return model["model.tar.gz"]


with zipfile.ZipFile(sys.argv[1]) as package:
    contents = {name: package.read(name) for name in package.namelist()}
verified = statements(contents, evidence_keys(contents))
for predicate in sorted(each["predicateType"] for each in verified.values()):
    print(predicate)
print("all about model.tar.gz", joined(contents, verified))
