package io.sallyport.jobs.scan;

import java.util.Map;
import java.util.Set;

/** The kinds of numbers that a torch archive stores, with the bytes of each. */
final class TorchStorage {

  private static final Map<String, Integer> BYTES_OF =
      Map.of(
          "torch.DoubleStorage", 8,
          "torch.FloatStorage", 4,
          "torch.HalfStorage", 2,
          "torch.BFloat16Storage", 2,
          "torch.LongStorage", 8,
          "torch.IntStorage", 4,
          "torch.ShortStorage", 2,
          "torch.CharStorage", 1,
          "torch.ByteStorage", 1,
          "torch.BoolStorage", 1);

  static final Set<String> GLOBALS = BYTES_OF.keySet();

  private TorchStorage() {}

  static long bytesOf(String global, long count) {
    return Math.multiplyExact((long) BYTES_OF.getOrDefault(global, 0), count);
  }
}
