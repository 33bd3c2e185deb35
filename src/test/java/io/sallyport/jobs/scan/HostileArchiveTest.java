package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ArtifactScan;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchiveTest {

  /** The name of each file and what the scanner says of it. */
  private static final String EXPECTED =
      """
      not gzip | scan/gzip: model.tar.gz is not gzip; the limit is a gzip member
      an empty file | scan/gzip: model.tar.gz is an end before the end; the limit is a complete stream
      bad CRC | scan/gzip: model.tar.gz is bad CRC; the limit is the CRC of the content
      bad length | scan/gzip: model.tar.gz is bad length; the limit is the length of the content
      a second gzip member | scan/gzip: model.tar.gz is bytes after the end; the limit is one member and nothing after it
      a byte after the end | scan/gzip: model.tar.gz is bytes after the end; the limit is one member and nothing after it
      cut short | scan/gzip: model.tar.gz is an end before the end; the limit is a complete stream
      a gzip comment | scan/gzip: model.tar.gz is header flags 16; the limit is no extra field, no comment
      gzip in gzip | scan/gzip: model.tar.gz is an end inside a block; the limit is whole blocks
      a bomb | scan/gzip: model.tar.gz is a compression bomb; the limit is 300 times the packed size
      a symbolic link | scan/tar: model.tar.gz is an entry of type '2'; the limit is files and folders
      a hard link | scan/tar: model.tar.gz is an entry of type '1'; the limit is files and folders
      a device | scan/tar: model.tar.gz is an entry of type '3'; the limit is files and folders
      a named pipe | scan/tar: model.tar.gz is an entry of type '6'; the limit is files and folders
      a GNU long name | scan/tar: model.tar.gz is an entry of type 'L'; the limit is files and folders
      a global pax header | scan/tar: model.tar.gz is an entry of type 'g'; the limit is files and folders
      a pax path | scan/tar: model.tar.gz is pax record path=../../etc/passwd; the limit is times only
      a pax size | scan/tar: model.tar.gz is pax record size=9; the limit is times only
      a pax record of wrong length | scan/tar: model.tar.gz is a broken pax header; the limit is POSIX.1-2001 records
      two pax headers | scan/tar: model.tar.gz is two pax headers for one file; the limit is one
      a pax header without a file | scan/tar: model.tar.gz is a pax header without a file; the limit is a file after it
      a bad checksum | scan/tar: model.tar.gz is bad checksum; the limit is the checksum of the header
      a name prefix | scan/tar: model.tar.gz is bytes in unused fields; the limit is zeros
      bytes after the owner | scan/tar: model.tar.gz is bytes in fields that we do not use; the limit is numbers and names
      bytes after the name | scan/tar: model.tar.gz is bytes after the name; the limit is zeros
      a negative size | scan/tar: model.tar.gz is a number that is not octal; the limit is octal digits
      a size past the end | scan/gzip: model.tar.gz is an end inside a block; the limit is whole blocks
      a size past the limit | scan/tar: model.tar.gz is model.pkl of 2147483647 bytes; the limit is 167772160 bytes
      bytes in the padding | scan/tar: model.tar.gz is bytes after the end of a file; the limit is zeros
      no end | scan/tar: model.tar.gz is an end without zero blocks; the limit is two zero blocks at the end
      a payload after the end | scan/tar: model.tar.gz is bytes after the end; the limit is zeros
      an absolute name | scan/tar: model.tar.gz is the name /etc/model.pkl; the limit is a plain relative name
      a name with .. | scan/tar: model.tar.gz is the name ../model.pkl; the limit is a plain relative name
      a name with .. inside | scan/tar: model.tar.gz is the name a/../model.pkl; the limit is a plain relative name
      a hidden name | scan/tar: model.tar.gz is the name .model.pkl; the limit is a plain relative name
      a name with a line end | scan/tar: model.tar.gz is the name model?.pkl; the limit is a plain relative name
      a name of another script | scan/tar: model.tar.gz is the name mod?l.pkl; the limit is a plain relative name
      a name twice | scan/tar: model.tar.gz is twice the name a.pkl; the limit is each name once
      a name twice in two cases | scan/tar: model.tar.gz is twice the name A.pkl; the limit is each name once
      65 files | scan/tar: model.tar.gz is too many entries; the limit is 64 entries
      a program beside the model | scan/format: model.tar.gz!a.py is of no known ending; the limit is formats of the allow-list
      a file without ending | scan/format: model.tar.gz!model is of no known ending; the limit is formats of the allow-list
      no file at all | scan/members: model.tar.gz is without a model; the limit is a model
      no model | scan/members: model.tar.gz is without a model; the limit is a model
      gzip in tar | scan/format: model.tar.gz!model.pkl is gzip inside; the limit is nothing packed again
      tar.gz in tar | scan/format: model.tar.gz!model.tar.gz is gzip inside; the limit is nothing packed again
      zlib in tar (compressed joblib) | scan/format: model.tar.gz!model.joblib is zlib inside; the limit is nothing packed again
      xz in tar | scan/format: model.tar.gz!model.pkl is xz inside; the limit is nothing packed again
      bzip2 in tar | scan/format: model.tar.gz!model.pkl is bzip2 inside; the limit is nothing packed again
      zip with the ending of a pickle | scan/format: model.tar.gz!model.pkl is zip inside; the limit is nothing packed again
      pickle with the ending of JSON | scan/json: model.tar.gz!model.json is not an object; the limit is an object in UTF-8 without a mark
      pickle with the ending of a model | scan/protobuf: model.tar.gz!model.pb is not a ModelProto; the limit is a model as our trainers write it, scan/members: model.tar.gz is with the files [model.pb]; the limit is exactly [manifest.json, model.pb, schema.json]
      pickle with the ending of torch | scan/zip: model.tar.gz!model.pt is no end record at the end; the limit is a zip file that has one reading
      numpy's own format | scan/format: model.tar.gz!model.npy is of no known ending; the limit is formats of the allow-list
      zip: os.system in data.pkl | scan/pickle: model.tar.gz!model.pt is the name posix.system before byte 16; the limit is names of the allow-list
      zip in zip | scan/torch: model.tar.gz!model.pt is the member net/data.zip; the limit is one pickle, its storages and notes
      zip: a pickle with another ending | scan/torch: model.tar.gz!model.pt is the member net/other.p; the limit is one pickle, its storages and notes
      zip: a storage of another size | scan/torch: model.tar.gz!model.pt is the member net/data/0; the limit is one pickle, its storages and notes
      zip: a storage that is not there | scan/torch: model.tar.gz!model.pt is no member for the storages [0]; the limit is one pickle, its storages and notes
      zip: a name with .. | scan/zip: model.tar.gz!model.pt is the name net/../../x; the limit is a zip file that has one reading
      zip: bytes before the first member | scan/zip: model.tar.gz!model.pt is a gap at the directory; the limit is a zip file that has one reading
      zip: bytes after the end | scan/zip: model.tar.gz!model.pt is no end record at the end; the limit is a zip file that has one reading
      zip: another CRC in the directory | scan/zip: model.tar.gz!model.pt is two CRCs or sizes of net/data.pkl; the limit is a zip file that has one reading
      zip: a changed byte | scan/zip: model.tar.gz!model.pt is bad CRC of net/data.pkl; the limit is a zip file that has one reading
      zip: encryption flag | scan/zip: model.tar.gz!model.pt is an encrypted member; the limit is a zip file that has one reading
      zip: local name differs | scan/zip: model.tar.gz!model.pt is two names of net/data.pkl; the limit is a zip file that has one reading
      zip: local size differs | scan/zip: model.tar.gz!model.pt is two CRCs or sizes of net/data.pkl; the limit is a zip file that has one reading
      zip: cut short | scan/zip: model.tar.gz!model.pt is no end record at the end; the limit is a zip file that has one reading
      """;

  private static final Map<String, byte[]> FILES = HostileArchives.all();

  static Stream<Arguments> expected() {
    return EXPECTED.lines().map(line -> Arguments.of((Object[]) line.split(" [|] ", 2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void S10_is_refused_with_its_reason(String name, String finding) {
    byte[] bytes = FILES.get(name);

    ArtifactScan scan = Scans.of(bytes);

    assertThat(scan.findings()).hasToString("[" + finding + "]");
  }

  @Test
  void S10_no_hostile_file_is_left_out() {
    assertThat(expected().map(each -> (String) each.get()[0]).collect(Collectors.toSet()))
        .isEqualTo(FILES.keySet());
  }
}
