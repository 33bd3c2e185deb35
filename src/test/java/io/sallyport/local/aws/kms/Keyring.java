package io.sallyport.local.aws.kms;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys there are, found by id, ARN or alias. */
public final class Keyring {

  /** An alias and the key behind it. */
  record Alias(String name, String keyId) {}

  private final Table<Key> keys;
  private final Table<Alias> aliases;

  Keyring(Environment environment) {
    this.keys = environment.journal().table("kms-key", Key.class);
    this.aliases = environment.journal().table("kms-alias", Alias.class);
    environment
        .policies()
        .register(
            Arn.of("kms", "key/"),
            "kms:",
            arn -> keys.find(arn.substring(arn.lastIndexOf('/') + 1)).map(Key::policy));
  }

  Key key(String name) {
    String plain = name.startsWith("arn:") ? name.substring(name.lastIndexOf(':') + 1) : name;
    Optional<Key> found =
        plain.startsWith("alias/")
            ? aliases.find(plain).map(Alias::keyId).flatMap(keys::find)
            : keys.find(plain.replaceFirst("^key/", ""));
    return found.orElseThrow(
        () ->
            AwsError.bad(
                "NotFoundException",
                plain.startsWith("alias/")
                    ? "Alias " + Arn.of("kms", plain) + " is not found."
                    : "Key '" + Arn.of("kms", "key/" + plain) + "' does not exist"));
  }

  /** The ARN of the key behind an id, an ARN or an alias. */
  public String arn(String name) {
    return key(name).arn();
  }

  void put(Key key) {
    keys.put(key.id(), key);
  }

  List<Key> all() {
    return keys.all();
  }

  void putAlias(String name, String keyId) {
    if (aliases.contains(name)) {
      throw AwsError.bad(
          "AlreadyExistsException",
          "An alias with the name " + Arn.of("kms", name) + " already exists");
    }
    aliases.put(name, new Alias(name, keyId));
  }

  /** Alias name to key id. */
  Map<String, String> aliases() {
    Map<String, String> all = new TreeMap<>();
    aliases.all().forEach(alias -> all.put(alias.name(), alias.keyId()));
    return all;
  }
}
