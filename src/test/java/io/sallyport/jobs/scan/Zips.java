package io.sallyport.jobs.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zip files with stored members, as torch does. */
final class Zips {

  private Zips() {}

  static byte[] of(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        CRC32 crc = new CRC32();
        crc.update(member.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(member.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(member.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A dictionary with one tensor of four floats, in the shape in which torch saves it. */
  static Map<String, byte[]> torch() {
    return torch(tensors().end());
  }

  static Map<String, byte[]> torch(byte[] pickle) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("net/data.pkl", pickle);
    members.put("net/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    members.put("net/data/0", new byte[16]);
    members.put("net/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    return members;
  }

  private static Pickles tensors() {
    return Pickles.empty()
        .op(0x80, 2)
        .oldGlobal("collections", "OrderedDict")
        .op('q', 0, ')', 'R', 'q', 1, '(')
        .op('X', 1, 0, 0, 0)
        .ascii("w")
        .op('q', 2)
        .oldGlobal("torch._utils", "_rebuild_tensor_v2")
        .op('q', 3, '(', '(', 'X', 7, 0, 0, 0)
        .ascii("storage")
        .op('q', 4)
        .oldGlobal("torch", "FloatStorage")
        .op('q', 5, 'X', 1, 0, 0, 0)
        .ascii("0")
        .op('q', 6, 'X', 3, 0, 0, 0)
        .ascii("cpu")
        .op('q', 7, 'K', 4, 't', 'q', 8, 'Q', 'K', 0)
        .op('K', 4, 0x85, 'q', 9, 'K', 1, 0x85, 'q', 10, 0x89)
        .oldGlobal("collections", "OrderedDict")
        .op('q', 11, ')', 'R', 'q', 12, 't', 'q', 13, 'R', 'q', 14)
        .op('X', 1, 0, 0, 0)
        .ascii("n")
        .op('q', 15, 'K', 1, 'u');
  }
}
