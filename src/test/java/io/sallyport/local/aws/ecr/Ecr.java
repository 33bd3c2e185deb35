package io.sallyport.local.aws.ecr;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.AwsJson;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.sagemaker.Members;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.Repository;

/** Amazon ECR: the repositories themselves; what lies in them is in the other files. */
public final class Ecr implements Service {

  private final Protocol protocol = AwsJson.version11();
  private final Images images;
  private final Scans scans;
  private final Layers layers;

  public Ecr(Images images, Scans scans, Layers layers) {
    this.images = images;
    this.scans = scans;
    this.layers = layers;
  }

  @Override
  public String name() {
    return "ecr";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return Stream.of(
            List.<Operation<?>>of(
                Operation.of("CreateRepository", CreateRepositoryRequest::builder, this::create)
                    .on(request -> arn(request.repositoryName())),
                Operation.of(
                    "DescribeRepositories", DescribeRepositoriesRequest::builder, this::describe)),
            new Manifests(images).operations(),
            scans.operations(),
            layers.operations())
        .<Operation<?>>flatMap(List::stream)
        .toList();
  }

  static String arn(String repository) {
    return Arn.of("ecr", "repository/" + repository);
  }

  static void mustExist(Images images, String repository) {
    if (!images.exists(repository)) {
      throw AwsError.bad(
          "RepositoryNotFoundException",
          "The repository with name '%s' does not exist in the registry with id '%s'"
              .formatted(repository, Arn.ACCOUNT));
    }
  }

  private synchronized CreateRepositoryResponse create(CreateRepositoryRequest request, Call call) {
    Members.only(request, "repositoryName");
    String name = request.repositoryName();
    if (images.exists(name)) {
      throw AwsError.bad(
          "RepositoryAlreadyExistsException",
          "The repository with name '%s' already exists in the registry with id '%s'"
              .formatted(name, Arn.ACCOUNT));
    }
    images.create(name);
    return CreateRepositoryResponse.builder().repository(described(name)).build();
  }

  private DescribeRepositoriesResponse describe(DescribeRepositoriesRequest request, Call call) {
    Members.only(request, "registryId", "repositoryNames", "maxResults");
    request.repositoryNames().forEach(name -> mustExist(images, name));
    List<Repository> found =
        images.repositories().keySet().stream()
            .filter(
                name -> !request.hasRepositoryNames() || request.repositoryNames().contains(name))
            .sorted()
            .map(this::described)
            .toList();
    return DescribeRepositoriesResponse.builder().repositories(found).build();
  }

  private Repository described(String name) {
    Map<String, Instant> all = images.repositories();
    return Repository.builder()
        .repositoryArn(arn(name))
        .registryId(Arn.ACCOUNT)
        .repositoryName(name)
        .repositoryUri(Images.REGISTRY + "/" + name)
        .createdAt(Optional.ofNullable(all.get(name)).orElseThrow())
        .imageTagMutability(ImageTagMutability.MUTABLE)
        .build();
  }
}
