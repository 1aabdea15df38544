"""Makes every model folder of the tables below the folder that is named, or those whose names follow."""
import sys

import torch

from model_folder import write_folder
from models_decoder import MODELS as decoders
from models_encoder import MODELS as encoders
from models_pair import MODELS as pairs


def main(root, *wanted):
    torch.set_num_threads(1)
    for model in [*decoders, *encoders, *pairs]:
        if not wanted or model.folder in wanted:
            write_folder(model, root)
            print(model.folder)


main(*sys.argv[1:])
