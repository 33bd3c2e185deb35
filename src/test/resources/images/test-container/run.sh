# A container for tests: train, process or serve, as the first argument after java and class path says.
java="$1"
classpath="$2"
shift 2
root="$SALLYPORT_ML_ROOT"
echo "progress: 0.5"
echo "mode $1 $MODE"
case "$MODE" in
  fail) mkdir -p "$root/output"; printf 'no label column' | tee "$root/output/failure" > "$root/output/message"; exit 3 ;;
  sleep) exec sleep 600 ;;
esac
case "$1" in
  train)
    cp "$root"/input/data/train/* "$root/model/"
    cp "$root/input/config/hyperparameters.json" "$root/model/" ;;
  copy)
    cp "$root"/processing/input/data/* "$root/processing/output/result/"
    printf 'copied' > "$root/output/message" ;;
  serve)
    exec "$java" -Xmx64m -XX:TieredStopAtLevel=1 -cp "$classpath" io.sallyport.local.aws.sagemaker.EchoServer ;;
esac
