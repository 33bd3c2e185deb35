package io.sallyport.local;

import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.keycloak.DemoPeople;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prepares the account and says what the application must be told about it: property names. */
final class LocalSettings {

  private final Map<String, Object> settings = new HashMap<>();

  private LocalSettings() {}

  static Map<String, Object> of(LocalAws aws, ImageSeed images) {
    LocalSettings local = new LocalSettings();
    AwsSeed seed = AwsSeed.plant(aws);
    local.aws(aws, seed);
    local.gates(images);
    local.set("sallyport.jobs.image", images.plant("sallyport/jobs", "sallyport-jobs"));
    for (String program : Account.PROGRAMS) {
      local.program(program, seed);
      local.list(
          "sallyport.models.programs." + program + ".images",
          List.of(
              images.plant(program + "/trainer", "sentinel-trainer"),
              images.plant(program + "/trainer", "sentinel-trainer-next", "HIGH", "MEDIUM")));
    }
    return local.settings;
  }

  private void set(String name, Object value) {
    settings.put(name, value);
  }

  private void aws(LocalAws aws, AwsSeed seed) {
    set("sallyport.aws.region", Account.REGION);
    set("sallyport.aws.account", Account.ID);
    set("sallyport.aws.endpoint", aws.endpoint().toString());
    set("sallyport.aws.fips", false);
    set("sallyport.aws.access-key", seed.accessKey().accessKeyId());
    set("sallyport.aws.secret-key", seed.accessKey().secretAccessKey());
    set("sallyport.aws.roles.invoking", Account.role("sallyport-invoking"));
    set("sallyport.aws.roles.checking", Account.role("sallyport-checking"));
    set("sallyport.aws.roles.jobs", Account.role("sallyport-jobs"));
    set("sallyport.aws.keys.data", seed.key("sallyport-data"));
    set("sallyport.aws.event-queue", seed.queue());
    set("sallyport.aws.invocation-vpc-endpoint", NetworkSeed.INVOCATION_DOOR);
    set("sallyport.workflow.deploy-differences", true);
  }

  private void gates(ImageSeed images) {
    set("sallyport.gates.trust-anchors[0]", images.trustAnchor());
    set("sallyport.gates.image-signers[0]", images.signer());
    set("sallyport.gates.scanners[0]", images.signer());
  }

  private void program(String program, AwsSeed seed) {
    String prefix = "sallyport.models.programs." + program + ".";
    set(prefix + "name", program);
    set(prefix + "account", Account.ID);
    set(prefix + "region", Account.REGION);
    set(prefix + "tier", "ROUTINE");
    set(prefix + "data-buckets[0]", program + "-data");
    set(prefix + "image-repositories[0]", program + "/trainer");
    list(prefix + "subnets", NetworkSeed.SUBNETS);
    set(prefix + "security-groups[0]", NetworkSeed.SECURITY_GROUP);
    set(prefix + "keys[0]", seed.key(program + "-data"));
    set(prefix + "training-roles[0]", Account.role(program + "-training"));
    set(prefix + "serving-roles[0]", Account.role(program + "-serving"));
    set(prefix + "instance-types[0]", "ml.m5.xlarge");
    list(prefix + "consumers", consumers(program));
    set(prefix + "maximum-instances", 4);
  }

  private void list(String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      set(name + "[" + i + "]", values.get(i));
    }
  }

  private static List<String> consumers(String program) {
    return List.of(
        "machine:" + program + "-pipeline", "person:" + DemoPeople.named("emil").subject());
  }
}
