package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/** S10: Tribuo loads the classes that a file names, so each is known by name before. */
class TribuoModelTest {

  private static final byte[] MODEL =
      TrainedModels.bytes(TrainedModels.all().get("forest without bootstrap"));

  @Test
  void S10_a_class_that_our_trainers_do_not_write_is_refused() throws Exception {
    ModelProto other = model().setClassName("org.tribuo.interop.onnx.ONNXExternalModel").build();

    assertThat(values(other.toByteArray()))
        .containsExactly(
            "the class org.tribuo.interop.onnx.ONNXExternalModel with"
                + " type.googleapis.com/tribuo.core.WeightedEnsembleModelProto in ModelProto");
  }

  @Test
  void S10_a_known_class_with_other_content_is_refused() throws Exception {
    Any content = Any.pack(DenseTensorProto.getDefaultInstance());

    assertThat(values(model().setSerializedData(content).build().toByteArray()))
        .containsExactly(
            "the class org.tribuo.ensemble.WeightedEnsembleModel with"
                + " type.googleapis.com/tribuo.math.impl.DenseTensorProto in ModelProto");
  }

  @Test
  void S10_a_class_deep_inside_is_refused() throws Exception {
    WeightedEnsembleModelProto.Builder forest = forest();
    forest.getModelsBuilder(2).setClassName("com.example.Gadget");

    assertThat(values(with(forest)))
        .containsExactly(
            "the class com.example.Gadget with"
                + " type.googleapis.com/tribuo.common.tree.TreeModelProto in ModelProto");
  }

  @Test
  void S10_a_class_in_the_provenance_is_refused() throws Exception {
    WeightedEnsembleModelProto.Builder forest = forest();
    forest
        .getMetadataBuilder()
        .getProvenanceBuilder()
        .getOmpBuilder(0)
        .setProvenanceClassName("com.example.Gadget");

    assertThat(values(with(forest))).containsExactly("the class com.example.Gadget");
  }

  @Test
  void S10_another_version_is_refused() throws Exception {
    assertThat(values(model().setVersion(1).build().toByteArray()))
        .containsExactly("another version of org.tribuo.ensemble.WeightedEnsembleModel");
  }

  @Test
  void S10_bytes_after_the_model_are_refused() {
    assertThat(values(TarGz.join(MODEL, new byte[1]))).containsExactly("not a ModelProto");
    assertThat(values(TarGz.join(MODEL, new byte[] {0x28, 1})))
        .containsExactly("an unknown field in ModelProto");
  }

  @Test
  void S10_a_field_that_a_later_one_replaces_is_refused() {
    byte[] first = ModelProto.newBuilder().setClassName("com.example.Gadget").build().toByteArray();

    assertThat(values(TarGz.join(first, MODEL)))
        .containsExactly("bytes in ModelProto that say nothing or say it twice");
  }

  @Test
  void S10_an_unknown_field_deep_inside_is_refused() throws Exception {
    byte[] hidden =
        TarGz.join(forest().build().toByteArray(), new byte[] {(byte) 0xfa, 0x01, 1, 'x'});
    Any content =
        model().getSerializedData().toBuilder().setValue(ByteString.copyFrom(hidden)).build();

    assertThat(values(model().setSerializedData(content).build().toByteArray()))
        .containsExactly("an unknown field in WeightedEnsembleModelProto");
  }

  @Test
  void S10_models_nested_without_end_are_refused() throws Exception {
    ModelProto model = model().build();
    for (int depth = 0; depth < 40; depth++) {
      Any content = Any.pack(forest().clearModels().addModels(model).build());
      model = model().setSerializedData(content).build();
    }

    assertThat(values(model.toByteArray())).containsExactly("messages nested deeper than 32");
  }

  @Test
  void S10_another_file_beside_the_three_is_refused() {
    byte[] artifact = CleanArtifactTest.reference(MODEL).file("more.json", "{}").gzip();

    assertThat(Scans.of(artifact).findings())
        .hasToString(
            "[scan/members: model.tar.gz is with the files [manifest.json, model.pb, more.json,"
                + " schema.json]; the limit is exactly [manifest.json, model.pb, schema.json]]");
  }

  private static ModelProto.Builder model() throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(MODEL).toBuilder();
  }

  private static WeightedEnsembleModelProto.Builder forest() throws InvalidProtocolBufferException {
    return model().getSerializedData().unpack(WeightedEnsembleModelProto.class).toBuilder();
  }

  private static byte[] with(WeightedEnsembleModelProto.Builder forest)
      throws InvalidProtocolBufferException {
    return model().setSerializedData(Any.pack(forest.build())).build().toByteArray();
  }

  private static List<String> values(byte[] model) {
    return Scans.of(CleanArtifactTest.reference(model).gzip()).findings().stream()
        .map(Finding::value)
        .toList();
  }
}
