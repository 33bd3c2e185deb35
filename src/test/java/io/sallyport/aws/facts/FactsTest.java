package io.sallyport.aws.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.local.aws.ecr.Images;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Live facts at the emulator, through the real SDK. */
class FactsTest {

  private static final String VPC = "vpc-0a1b2c3d4e5f60718";
  private static final String SUBNET = "subnet-0a1b2c3d4e5f60711";
  private static final String ANYTHING =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Action\":\"*\",\"Resource\":\"*\"}]}";
  private static final String SIGNATURE = "application/vnd.cncf.notary.signature";

  private final OnLocalAws local = new OnLocalAws();
  private final io.sallyport.aws.facts.Images images =
      new io.sallyport.aws.facts.Images(local.clients().ecr(), local.clients().plainHttp());

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S10_an_images_manifest_and_what_refers_to_it_are_read_by_digest() {
    ImageUri image = local.image("sentinel/trainer", "true");
    byte[] envelope = "{\"payload\":\"\"}".getBytes(UTF_8);
    refer(image, envelope);

    RegistryManifest manifest = images.manifest(image).orElseThrow();
    List<RegistryManifest> referrers = images.referrers(image);

    assertThat(manifest.digest()).isEqualTo(image.digest());
    assertThat(referrers)
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.artifactType()).isEqualTo(SIGNATURE);
              assertThat(signature.subject()).isEqualTo(image.digest());
              assertThat(images.blob(image, signature.layers().get(0), 100)).isEqualTo(envelope);
            });
  }

  @Test
  void S10_an_image_that_is_not_there_is_absent() {
    ImageUri image = local.image("sentinel/trainer", "true");
    String other = image.value().substring(0, image.value().length() - 8) + "00000000";

    assertThat(images.manifest(new ImageUri(other))).isEmpty();
  }

  @Test
  void S02_a_subnet_is_described_with_the_routes_that_it_follows() {
    local.aws().backstage().network().subnet(subnet());
    local
        .aws()
        .backstage()
        .network()
        .routeTable(
            RouteTable.builder()
                .routeTableId("rtb-0a1b2c3d4e5f60731")
                .vpcId(VPC)
                .associations(tie -> tie.main(true))
                .routes(
                    route -> route.destinationCidrBlock("10.0.0.0/16").gatewayId("local"),
                    route -> route.destinationCidrBlock("0.0.0.0/0").natGatewayId("nat-0a1b2c3d"))
                .build());

    assertThat(new Network(local.clients().ec2()).subnets(List.of(SUBNET)))
        .containsExactly(
            new SubnetFacts(SUBNET, VPC, "123456789012", false, List.of("local", "nat-0a1b2c3d")));
  }

  @Test
  void S02_endpoints_and_security_groups_are_described() {
    Network network = new Network(local.clients().ec2());
    local
        .aws()
        .backstage()
        .network()
        .endpoint(
            VpcEndpoint.builder()
                .vpcEndpointId("vpce-0a1b2c3d4e5f60741")
                .vpcId(VPC)
                .serviceName("com.amazonaws.us-gov-west-1.s3")
                .vpcEndpointType("Gateway")
                .state("Available")
                .policyDocument(ANYTHING)
                .build());
    local
        .aws()
        .backstage()
        .network()
        .securityGroup(
            SecurityGroup.builder()
                .groupId("sg-0a1b2c3d4e5f60721")
                .vpcId(VPC)
                .ownerId("123456789012")
                .build());

    assertThat(network.endpoints(VPC))
        .extracting(VpcEndpointFacts::service, VpcEndpointFacts::policy)
        .containsExactly(tuple("com.amazonaws.us-gov-west-1.s3", ANYTHING));
    assertThat(network.securityGroups(List.of("sg-0a1b2c3d4e5f60721")))
        .containsExactly(new SecurityGroupFacts("sg-0a1b2c3d4e5f60721", VPC, "123456789012"));
  }

  @Test
  void S10_a_signing_profile_is_described_and_a_revocation_is_seen() {
    String version = local.aws().backstage().signer().profile("sentinel_images", "0123456789");
    SigningProfiles profiles = new SigningProfiles(local.clients().signer());

    assertThat(profiles.find("sentinel_images").orElseThrow().countsAt(Instant.now())).isTrue();
    local.aws().backstage().signer().revoke(version);
    assertThat(profiles.find("sentinel_images").orElseThrow().countsAt(Instant.now())).isFalse();
    assertThat(profiles.find("nobodys_profile")).isEmpty();
  }

  private void refer(ImageUri image, byte[] envelope) {
    Images behind = local.aws().backstage().images();
    String config = behind.blob("{}".getBytes(UTF_8));
    String layer = behind.blob(envelope);
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
         "artifactType":"%s",
         "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},
         "layers":[{"mediaType":"application/jose+json","digest":"%s","size":%d}],
         "subject":{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":1}}
        """
            .formatted(SIGNATURE, config, layer, envelope.length, image.digest());
    behind.put(
        image.repository(),
        manifest,
        "application/vnd.oci.image.manifest.v1+json",
        Optional.empty());
  }

  private static Subnet subnet() {
    return Subnet.builder()
        .subnetId(SUBNET)
        .vpcId(VPC)
        .ownerId("123456789012")
        .mapPublicIpOnLaunch(false)
        .build();
  }
}
