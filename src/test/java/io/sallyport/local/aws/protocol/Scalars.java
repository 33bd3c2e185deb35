package io.sallyport.local.aws.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Single values as text, in the forms that query strings, headers and XML use. */
final class Scalars {

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ISO_8601 =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private Scalars() {}

  static Object parse(String text, SdkField<?> field) {
    try {
      return parsed(text, field);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw AwsError.validation(
          "Member " + field.memberName() + " is '" + text + "'; it must be a " + typeOf(field));
    }
  }

  private static Object parsed(String text, SdkField<?> field) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> text;
      case INTEGER -> Integer.valueOf(text.trim());
      case LONG -> Long.valueOf(text.trim());
      case SHORT -> Short.valueOf(text.trim());
      case BYTE -> Byte.valueOf(text.trim());
      case FLOAT -> Float.valueOf(text.trim());
      case DOUBLE -> Double.valueOf(text.trim());
      case BIG_DECIMAL -> new BigDecimal(text.trim());
      case BOOLEAN -> truth(text.trim());
      case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text.trim()));
      case INSTANT -> instant(text.trim(), format(field));
      default -> throw AwsError.validation("Member " + field.memberName() + " is no single value");
    };
  }

  private static boolean truth(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw new IllegalArgumentException(text);
  }

  private static String typeOf(SdkField<?> field) {
    return field.marshallingType().getTargetClass().getSimpleName();
  }

  static Instant instant(String text, Format format) {
    return switch (format) {
      case RFC_822 -> RFC_822.parse(text, Instant::from);
      case UNIX_TIMESTAMP -> epoch(new BigDecimal(text));
      case UNIX_TIMESTAMP_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
      default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    };
  }

  static Instant epoch(BigDecimal seconds) {
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  static String text(Object value, SdkField<?> field) {
    if (value instanceof Instant at) {
      return text(at, format(field));
    }
    if (value instanceof SdkBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private static String text(Instant at, Format format) {
    return switch (format) {
      case RFC_822 -> RFC_822.format(at);
      case UNIX_TIMESTAMP -> String.valueOf(at.getEpochSecond());
      case UNIX_TIMESTAMP_MILLIS -> String.valueOf(at.toEpochMilli());
      default -> ISO_8601.format(at);
    };
  }

  static Format format(SdkField<?> field) {
    TimestampFormatTrait trait = field.getTrait(TimestampFormatTrait.class);
    if (trait != null) {
      return trait.format();
    }
    return field.location() == MarshallLocation.HEADER ? Format.RFC_822 : Format.ISO_8601;
  }
}
