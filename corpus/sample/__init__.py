"""The sample corpus (样例文件): texts about a made-up place, their sources and their gold."""
