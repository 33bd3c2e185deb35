package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Journal;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.AddTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.AddTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** The tags of every SageMaker resource, by its ARN. */
final class Tags {

  private static final int TAGS_MAX = 50;

  private final Shelf<ListTagsResponse> tags;

  Tags(Journal journal) {
    this.tags = new Shelf<>(journal.table("sagemaker-tags", ListTagsResponse::builder));
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("AddTags", AddTagsRequest::builder, this::add).on(AddTagsRequest::resourceArn),
        Operation.of("ListTags", ListTagsRequest::builder, this::list)
            .on(ListTagsRequest::resourceArn),
        Operation.of("DeleteTags", DeleteTagsRequest::builder, this::delete)
            .on(DeleteTagsRequest::resourceArn));
  }

  List<Tag> of(String arn) {
    return tags.find(arn).map(ListTagsResponse::tags).orElse(List.of());
  }

  /** The tags of a new resource; the resource can be tagged from now on. */
  void put(String arn, List<Tag> given) {
    if (given.size() > TAGS_MAX) {
      throw AwsError.validation("tags is " + given.size() + "; the limit is " + TAGS_MAX);
    }
    tags.put(arn, ListTagsResponse.builder().tags(given).build());
  }

  void remove(String arn) {
    tags.remove(arn);
  }

  private synchronized AddTagsResponse add(AddTagsRequest request, Call call) {
    Map<String, Tag> all = known(request.resourceArn());
    request.tags().forEach(tag -> all.put(tag.key(), tag));
    put(request.resourceArn(), List.copyOf(all.values()));
    return AddTagsResponse.builder().tags(all.values()).build();
  }

  private ListTagsResponse list(ListTagsRequest request, Call call) {
    return ListTagsResponse.builder().tags(known(request.resourceArn()).values()).build();
  }

  private synchronized DeleteTagsResponse delete(DeleteTagsRequest request, Call call) {
    Map<String, Tag> all = known(request.resourceArn());
    all.keySet().removeAll(request.tagKeys());
    put(request.resourceArn(), List.copyOf(all.values()));
    return DeleteTagsResponse.builder().build();
  }

  private Map<String, Tag> known(String arn) {
    ListTagsResponse found =
        tags.find(arn)
            .orElseThrow(() -> AwsError.validation("Requested resource not found: " + arn));
    Map<String, Tag> all = new LinkedHashMap<>();
    found.tags().forEach(tag -> all.put(tag.key(), tag));
    return all;
  }
}
