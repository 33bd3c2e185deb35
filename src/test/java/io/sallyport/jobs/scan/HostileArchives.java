package io.sallyport.jobs.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Archives that are not what they seem, each named by what is wrong with it. */
final class HostileArchives {

  private static final byte[] GOOD = Pickles.clean();

  private HostileArchives() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    gzips(all);
    tars(all);
    names(all);
    members(all);
    zips(all);
    return all;
  }

  private static void gzips(Map<String, byte[]> all) {
    byte[] good = TarGz.of("model.pkl", GOOD);
    all.put("not gzip", "hello, world".getBytes(StandardCharsets.US_ASCII));
    all.put("an empty file", new byte[0]);
    all.put("bad CRC", flipped(good, good.length - 8));
    all.put("bad length", flipped(good, good.length - 1));
    all.put("a second gzip member", TarGz.join(good, TarGz.gzip(new byte[512])));
    all.put("a byte after the end", TarGz.join(good, new byte[1]));
    all.put("cut short", Arrays.copyOf(good, good.length - 20));
    byte[] comment = good.clone();
    comment[3] = 16;
    all.put("a gzip comment", comment);
    all.put("gzip in gzip", TarGz.gzip(good));
    all.put("a bomb", TarGz.gzip(new byte[16 * 1024 * 1024]));
  }

  private static void tars(Map<String, byte[]> all) {
    byte[] empty = new byte[0];
    all.put("a symbolic link", new TarGz().entry("model.pkl", '2', empty).gzip());
    all.put("a hard link", new TarGz().entry("model.pkl", '1', empty).gzip());
    all.put("a device", new TarGz().entry("model.pkl", '3', empty).gzip());
    all.put("a named pipe", new TarGz().entry("model.pkl", '6', empty).gzip());
    all.put("a GNU long name", new TarGz().entry("././@LongLink", 'L', new byte[9]).gzip());
    all.put("a global pax header", new TarGz().entry("pax", 'g', new byte[9]).gzip());
    all.put("a pax path", pax("25 path=../../etc/passwd\n"));
    all.put("a pax size", pax("10 size=9\n"));
    all.put("a pax record of wrong length", pax("99 mtime=1\n"));
    all.put("two pax headers", new TarGz().entry("p", 'x', time()).entry("p", 'x', time()).gzip());
    all.put("a pax header without a file", new TarGz().entry("p", 'x', time()).gzip());
    byte[] badSum = TarGz.header("model.pkl", '0', 0);
    badSum[0] = 'n';
    all.put("a bad checksum", new TarGz().raw(badSum).gzip());
    byte[] prefix = TarGz.header("model.pkl", '0', 0);
    TarGz.put(prefix, 345, "etc");
    all.put("a name prefix", new TarGz().raw(TarGz.checksum(prefix)).gzip());
    byte[] owner = TarGz.header("model.pkl", '0', 0);
    TarGz.put(owner, 265, "root\0\u0080");
    all.put("bytes after the owner", new TarGz().raw(TarGz.checksum(owner)).gzip());
    byte[] hidden = TarGz.header("model.pkl\0x", '0', 0);
    all.put("bytes after the name", new TarGz().raw(hidden).gzip());
    byte[] minus = TarGz.header("model.pkl", '0', 0);
    TarGz.put(minus, 124, "-0000000001\0");
    all.put("a negative size", new TarGz().raw(TarGz.checksum(minus)).gzip());
    all.put(
        "a size past the end",
        new TarGz().raw(TarGz.header("model.pkl", '0', 99_999)).raw(new byte[512]).gzip());
    all.put(
        "a size past the limit",
        new TarGz().raw(TarGz.header("model.pkl", '0', 0x7fffffffL)).gzip());
    byte[] payload = new byte[512 - GOOD.length % 512];
    payload[7] = 1;
    all.put(
        "bytes in the padding",
        new TarGz().raw(TarGz.header("model.pkl", '0', GOOD.length)).raw(GOOD).raw(payload).gzip());
    all.put("no end", new TarGz().file("model.pkl", GOOD).gzipUnfinished());
    byte[] trailing = new byte[512];
    trailing[0] = 1;
    all.put(
        "a payload after the end",
        new TarGz().file("model.pkl", GOOD).raw(new byte[1024]).raw(trailing).gzip());
  }

  private static void names(Map<String, byte[]> all) {
    all.put("an absolute name", TarGz.of("/etc/model.pkl", GOOD));
    all.put("a name with ..", TarGz.of("../model.pkl", GOOD));
    all.put("a name with .. inside", TarGz.of("a/../model.pkl", GOOD));
    all.put("a hidden name", TarGz.of(".model.pkl", GOOD));
    all.put("a name with a line end", TarGz.of("model\n.pkl", GOOD));
    all.put("a name of another script", TarGz.of("mod\u00e9l.pkl", GOOD));
    all.put("a name twice", new TarGz().file("a.pkl", GOOD).file("a.pkl", GOOD).gzip());
    all.put(
        "a name twice in two cases", new TarGz().file("a.pkl", GOOD).file("A.pkl", GOOD).gzip());
    TarGz many = new TarGz();
    for (int index = 0; index < 65; index++) {
      many.file("m" + index + ".pkl", GOOD);
    }
    all.put("65 files", many.gzip());
  }

  private static void members(Map<String, byte[]> all) {
    all.put("a program beside the model", new TarGz().file("a.pkl", GOOD).file("a.py", "x").gzip());
    all.put("a file without ending", TarGz.of("model", GOOD));
    all.put("no file at all", new TarGz().gzip());
    all.put("no model", new TarGz().file("schema.json", "{}").gzip());
    all.put("gzip in tar", TarGz.of("model.pkl", TarGz.gzip(GOOD)));
    all.put("tar.gz in tar", TarGz.of("model.tar.gz", TarGz.of("model.pkl", GOOD)));
    all.put("zlib in tar (compressed joblib)", TarGz.of("model.joblib", zlib(GOOD)));
    all.put("xz in tar", TarGz.of("model.pkl", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}));
    all.put("bzip2 in tar", TarGz.of("model.pkl", new byte[] {'B', 'Z', 'h', '9', 0, 0}));
    all.put("zip with the ending of a pickle", TarGz.of("model.pkl", Zips.of(Zips.torch())));
    all.put("pickle with the ending of JSON", TarGz.of("model.json", GOOD));
    all.put("pickle with the ending of a model", TarGz.of("model.pb", GOOD));
    all.put("pickle with the ending of torch", TarGz.of("model.pt", GOOD));
    all.put("numpy's own format", TarGz.of("model.npy", new byte[] {(byte) 0x93, 'N', 'U', 'M'}));
  }

  private static void zips(Map<String, byte[]> all) {
    byte[] good = Zips.of(Zips.torch());
    all.put("zip: os.system in data.pkl", torch(Zips.torch(shell())));
    Map<String, byte[]> nested = Zips.torch();
    nested.put("net/data.zip", good);
    all.put("zip in zip", torch(nested));
    Map<String, byte[]> second = Zips.torch();
    second.put("net/other.p", shell());
    all.put("zip: a pickle with another ending", torch(second));
    Map<String, byte[]> large = Zips.torch();
    large.put("net/data/0", new byte[17]);
    all.put("zip: a storage of another size", torch(large));
    Map<String, byte[]> without = Zips.torch();
    without.remove("net/data/0");
    all.put("zip: a storage that is not there", torch(without));
    Map<String, byte[]> up = Zips.torch();
    up.put("net/../../x", new byte[1]);
    all.put("zip: a name with ..", torch(up));
    all.put("zip: bytes before the first member", pt(TarGz.join(new byte[4], good)));
    all.put("zip: bytes after the end", pt(TarGz.join(good, new byte[4])));
    all.put("zip: another CRC in the directory", pt(flipped(good, find(good, 0x01) + 16)));
    all.put("zip: a changed byte", pt(flipped(good, 30 + "net/data.pkl".length())));
    all.put("zip: encryption flag", pt(flipped(good, find(good, 0x01) + 8)));
    all.put("zip: local name differs", pt(flipped(good, 30)));
    all.put("zip: local size differs", pt(flipped(good, 22)));
    all.put("zip: cut short", pt(Arrays.copyOf(good, good.length - 9)));
  }

  private static byte[] shell() {
    return Pickles.empty()
        .op(0x80, 2)
        .oldGlobal("posix", "system")
        .op('X', 2, 0, 0, 0)
        .ascii("id")
        .op(0x85, 'R')
        .end();
  }

  private static byte[] torch(Map<String, byte[]> members) {
    return pt(Zips.of(members));
  }

  private static byte[] pt(byte[] zip) {
    return TarGz.of("model.pt", zip);
  }

  private static byte[] pax(String records) {
    byte[] bytes = records.getBytes(StandardCharsets.US_ASCII);
    return new TarGz().entry("pax", 'x', bytes).file("model.pkl", GOOD).gzip();
  }

  static byte[] time() {
    return "19 mtime=123.45678\n".getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] flipped(byte[] bytes, int place) {
    byte[] flipped = bytes.clone();
    flipped[place] ^= 1;
    return flipped;
  }

  /** Where the first record PK.. of this kind stands. */
  private static int find(byte[] zip, int kind) {
    for (int place = 0; place < zip.length; place++) {
      if (zip[place] == 'P' && zip[place + 1] == 'K' && zip[place + 2] == kind) {
        return place;
      }
    }
    throw new IllegalArgumentException("no such record");
  }

  private static byte[] zlib(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length + 64];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }
}
