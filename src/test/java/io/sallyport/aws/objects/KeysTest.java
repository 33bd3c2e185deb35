package io.sallyport.aws.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.OnLocalAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** Keys at the emulator, through the real SDK; signatures are verified by the JDK. */
class KeysTest {

  private final OnLocalAws local = new OnLocalAws();
  private final KmsClient kms = local.clients().kms();
  private final Keys keys = new Keys(kms, local.settings());

  @BeforeEach
  void signingKey() {
    String key =
        kms.createKey(
                create -> create.keySpec(KeySpec.ECC_NIST_P384).keyUsage(KeyUsageType.SIGN_VERIFY))
            .keyMetadata()
            .keyId();
    kms.createAlias(alias -> alias.aliasName("alias/sallyport-evidence-signing").targetKeyId(key));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 4097, 100_000})
  void S08_a_message_of_any_length_is_signed_so_that_the_jdk_verifies_it(int length) {
    byte[] message = "x".repeat(length + 1).getBytes(UTF_8);

    Signature signature = keys.sign(message);

    assertThat(signature.algorithm()).isEqualTo("SHA384withECDSA");
    assertThat(signature.keyArn()).startsWith("arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/");
    assertThat(Keys.verifies(keys.publicKey(), message, signature.bytes())).isTrue();
    message[0] ^= 1;
    assertThat(Keys.verifies(keys.publicKey(), message, signature.bytes())).isFalse();
  }

  @Test
  void S02_a_key_is_described_with_owner_rotation_and_policy() {
    String id = kms.createKey(create -> {}).keyMetadata().keyId();
    kms.enableKeyRotation(enable -> enable.keyId(id));

    KeyFacts facts = keys.describe(id);

    assertThat(facts.account()).isEqualTo("123456789012");
    assertThat(facts.spec()).isEqualTo("SYMMETRIC_DEFAULT");
    assertThat(facts.manager()).isEqualTo("CUSTOMER");
    assertThat(facts.rotating()).isTrue();
    assertThat(facts.policy()).contains("\"Statement\"");
    assertThat(keys.describe("alias/sallyport-evidence-signing").rotating()).isFalse();
  }
}
