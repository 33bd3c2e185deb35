package io.sallyport.aws;

import io.sallyport.local.OutsideTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Checks every request that the product sends against AWS's official model of the service, before
 * it leaves. S3 is not among the models published for Java: where AWS's command line is installed,
 * botocore's model of it stands in, and elsewhere S3 goes unchecked. A request that breaks it
 * throws, and is kept in {@link #problems} in case somebody swallows what was thrown. As a bean it
 * sees every client.
 */
public final class EveryRequestIsValid implements ExecutionInterceptor {

  private static final Map<String, String> MODELS =
      Map.ofEntries(
          Map.entry("ApplicationAutoScaling", "application-autoscaling-2016-02-06-model.json"),
          Map.entry("CloudWatch", "monitoring-2010-08-01-model.json"),
          Map.entry("Ec2", "ec2-2016-11-15-model.json"),
          Map.entry("Ecr", "api.ecr-2015-09-21-model.json"),
          Map.entry("Iam", "iam-2010-05-08-model.json"),
          Map.entry("Kms", "kms-2014-11-01-model.json"),
          Map.entry("SageMaker", "api.sagemaker-2017-07-24-model.json"),
          Map.entry("SageMakerRuntime", "runtime.sagemaker-2017-05-13-model.json"),
          Map.entry("Signer", "signer-2017-08-25-model.json"),
          Map.entry("Sqs", "sqs-2012-11-05-model.json"),
          Map.entry("Sts", "sts-2011-06-15-model.json"));

  /** Large, never changed, and the same for all tests of a JVM. */
  private static final Map<String, ServiceModel> READ = new ConcurrentHashMap<>();

  private static final Optional<ServiceModel> S3 =
      OutsideTools.packaged("botocore/data/s3/2006-03-01/service-2.json.gz")
          .map(file -> ServiceModel.packed("S3", file, allowed()));

  private final Map<String, Integer> validated = new TreeMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  @Override
  public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    if (service.equals("S3") && S3.isEmpty()) return;
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    check(service, operation, context.request());
  }

  void check(String service, String operation, SdkRequest request) {
    List<String> found = model(service).problems(operation, request);
    synchronized (validated) {
      validated.merge(service + " " + operation, 1, Integer::sum);
    }
    problems.addAll(found);
    if (!found.isEmpty()) throw new AssertionError(String.join("\n", found));
  }

  /** How many requests were checked, by service and operation. */
  public Map<String, Integer> validated() {
    synchronized (validated) {
      return Map.copyOf(validated);
    }
  }

  /** All that was wrong so far. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private static ServiceModel model(String service) {
    if (service.equals("S3")) return S3.orElseThrow();
    String file = MODELS.get(service);
    if (file == null) throw new AssertionError("no model is named here for " + service);
    return READ.computeIfAbsent(service, id -> ServiceModel.read(id, file, allowed()));
  }

  private static Set<String> allowed() {
    try (InputStream list =
        EveryRequestIsValid.class.getResourceAsStream("/aws-model-allow-list.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toSet());
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the allow-list", broken);
    }
  }
}
